package freshlegs.bench.board;

import freshlegs.bench.facts.Histories;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Accounts;
import freshlegs.coach.access.Outage;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Secret;
import freshlegs.coach.access.Sessions;
import freshlegs.coach.access.Shares;
import freshlegs.coach.read.Database;
import freshlegs.model.DatabaseAddress;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What stands in a squad's tables beside what was folded: the files of its runs, with some watches silent for a week; groups; and, of the
 * alerts that are open, changes that wait for an answer, answers, verdicts and silences. All of it follows from who it is about.
 */
public final class Squad {
    private static final String OWNER = "console";

    /** Every eleventh watch was last heard of a week ago; a file in nine brought nothing new. */
    private static final String FILES = """
            insert into freshlegs.file_outcome (athlete, delivery_id, path, sha256, received_at, outcome, activities)
            select athlete, date || '-' || seed, 'inbox/' || athlete || '/' || date || '.fit', md5(athlete || date) || md5(date || athlete),
                   (date + time '18:00') at time zone 'UTC' + seed % 300 * interval '1 minute',
                   case when seed % 9 = 0 then 'duplicate' else 'imported' end, '[]'
            from (select athlete, date, abs(hashtext(athlete || date)) as seed from freshlegs.trend_day where runs > 0) run
            where abs(hashtext(athlete)) % 11 > 0 or date < date '%last' - 6""";

    private static final String PROPOSALS = """
            update freshlegs.prescription
            set proposed  = true,
                decisions = case when abs(hashtext(athlete)) % 4 = 0
                    then jsonb_build_array(jsonb_build_object('standing', 'IN_FORCE', 'cause', adjustment -> 'cause')) else '[]' end
            where adjustment ->> 'cause' = 'FATIGUE' and date >= date '%last'""";

    private static final String VERDICTS = """
            insert into freshlegs.alert_verdict_revision
                (athlete, fact_id, revision, local_date, last_day, cause, ingested_at, recorded_at, edit, verdict, status, rules, decided_by, rank)
            select athlete, first_day || '.' || lower(cause), md5(athlete || first_day), first_day, last_day, lower(cause), now(), now(), 1,
                   case when seed % 5 = 0 then 'wrong' else 'right' end, status, rules, '{}', 1
            from (select *, abs(hashtext(athlete || first_day)) as seed from freshlegs.episode where ledger.is_alert(status)) alert
            where seed % 3 > 0""";

    private static final String SILENCES = """
            insert into freshlegs.silence_revision
                (athlete, fact_id, revision, about, local_date, until, ingested_at, recorded_at, edit, lifted, told_by, rank)
            select athlete, lower(cause), md5(athlete), lower(cause), date '%last' - 1, date '%last' + 6, now(), now(), 1, false, '{}', 1
            from freshlegs.episode where open and abs(hashtext(athlete)) % 5 = 0
            on conflict do nothing""";

    private static final String GROUPS = """
            insert into access.athlete_group (account, athlete, name)
            select account, athlete, (array ['1500 m', '5 to 10 km', 'Half marathon', 'Marathon', 'Back from injury'])[place]
            from freshlegs.known_athlete
                     cross join (select '%account' as account) who
                     cross join lateral unnest(case when abs(hashtext(athlete)) % 7 = 0 then array [abs(hashtext(athlete)) % 4 + 1, 5]
                                               else array [abs(hashtext(athlete)) % 4 + 1] end) place""";

    private Squad() {}

    /** Fills in what was not folded, with the groups of whoever sits at the machine, and counts as the database does by itself in time. */
    public static void dress(DatabaseAddress address) {
        try (Database database = Database.at(address)) {
            for (String sql : List.of(FILES, PROPOSALS, VERDICTS, SILENCES, GROUPS, "analyze")) {
                execute(database, sql, OWNER);
            }
        }
    }

    /** Adds a coach of everybody, with groups too, and gives the secret of a session. */
    public static Secret coach(DatabaseAddress address, int athletes, Clock clock) {
        try (Database database = Database.at(address)) {
            Account coach = new Accounts(database, clock).add("coach", "Coach", Optional.empty(), false);
            Shares shares = new Shares(database, clock);
            for (int n = 0; n < athletes; n++) {
                shares.grant(Histories.athlete(n), coach.id(), Role.COACH, OWNER);
            }
            execute(database, GROUPS, coach.id());
            return new Sessions(database, clock, new Outage()).open(coach);
        }
    }

    private static void execute(Database database, String sql, String account) {
        String filled = sql.replace("%last", Histories.lastDay().toString()).replace("%account", account);
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(filled)) {
                return statement.execute();
            }
        });
    }
}
