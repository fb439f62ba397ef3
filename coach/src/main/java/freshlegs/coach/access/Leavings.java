package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Athletes about whom everything is erased at their own wish. Asking closes the console to her and to everybody who saw her, in the
 * same transaction that notes it; each step after that can be repeated, so that it goes on after a crash where it was.
 */
public final class Leavings {
    private static final String PROGRESS =
            "select step, trouble, asked_at, finished_at, gone_at, sweeps from access.leaving ";

    private final Database database;
    private final Clock clock;

    public Leavings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is done in order. */
    public enum Step {
        CLOSING,
        DRAINING,
        FACTS,
        FILES,
        ROWS,
        DONE
    }

    /** Somebody who is leaving, and how far that is. */
    public record Under(AthleteId athlete, Step step) {}

    /**
     * How far it is, without saying of whom. {@code goneAt} is by when the last bytes are gone from Kafka's files, {@code sweeps} how
     * often those were closed for that since.
     */
    public record Progress(
            Step step,
            Optional<String> trouble,
            Instant askedAt,
            Optional<Instant> finishedAt,
            Optional<Instant> goneAt,
            int sweeps) {}

    /** Somebody who has left, after whom is to be swept again. */
    public record Due(String sha256, int sweeps) {}

    /** When somebody has left, and the partition in which her records lay. */
    public record Left(Instant at, int place) {}

    /** Answers the secret of the address under which she sees how far it is; asked again, the address before is void. */
    public Secret ask(AthleteId athlete) {
        Instant now = now();
        Secret secret = Secret.fresh();
        database.write(connection -> {
            Sql sql = Sql.over(connection);
            sql.list("select pg_advisory_xact_lock(hashtext('access.share'))", row -> 1);
            Optional<String> account = ownAccount(sql, athlete);
            if (account.isPresent()) {
                checkNotLastOperator(sql, account.get());
            }
            sql.update(
                    "insert into access.leaving as known (sha256, athlete, account, progress, step, asked_at, moved_at)"
                            + " values (?, ?, ?, ?, 'CLOSING', ?, ?) on conflict (sha256) do update"
                            + " set progress = excluded.progress, athlete = excluded.athlete,"
                            + " account = coalesce(known.account, excluded.account),"
                            + " step = case when known.finished_at is null then known.step else 'CLOSING' end,"
                            + " asked_at = case when known.finished_at is null then known.asked_at"
                            + " else excluded.asked_at end, moved_at = excluded.moved_at, finished_at = null,"
                            + " place = null, sweeps = 0, swept_at = null, gone_at = null",
                    hash(athlete),
                    athlete.value(),
                    account,
                    secret.sha256(),
                    now,
                    now);
            close(sql, athlete, account, now);
            return 1;
        });
        return secret;
    }

    private static Optional<String> ownAccount(Sql sql, AthleteId athlete) throws SQLException {
        return sql.first(
                "select account from access.share where athlete = ? and role = 'athlete' and revoked_at is null",
                row -> row.getString("account"),
                athlete.value());
    }

    /** Nobody could let anybody in again. */
    static void checkNotLastOperator(Sql sql, String account) throws SQLException {
        boolean last = sql.first(
                        "select id from access.account own where id = ? and operator and exists (select from"
                                + " access.account other where other.id <> own.id) and not exists (select from"
                                + " access.account other where other.id <> own.id and other.operator"
                                + " and other.disabled_at is null)",
                        row -> row.getString("id"),
                        account)
                .isPresent();
        if (last) {
            throw new Refusal("You are the only one who sees to the accounts here: let somebody else do that first"
                    + " (`freshlegs account add --operator`).");
        }
    }

    private static void close(Sql sql, AthleteId athlete, Optional<String> account, Instant now) throws SQLException {
        sql.update(
                "update access.share set revoked_at = ?, revoked_by = 'leaving'"
                        + " where athlete = ? and revoked_at is null",
                now,
                athlete.value());
        sql.update("delete from access.invitation where athlete = ?", athlete.value());
        sql.update("delete from ledger.calendar where athlete = ?", athlete.value());
        if (account.isPresent()) {
            sql.update("update access.account set disabled_at = ? where id = ? and disabled_at is null", now, account);
            sql.update("delete from access.session where account = ?", account);
            sql.update("delete from access.channel where account = ?", account);
        }
    }

    /** All who are leaving, who asked first before the others. */
    public List<Under> underWay() {
        return database.write(connection -> Sql.over(connection)
                .list(
                        "select athlete, step from access.leaving where finished_at is null order by asked_at, sha256",
                        row -> new Under(AthleteId.of(row.getString("athlete")), Step.valueOf(row.getString("step")))));
    }

    public void begins(AthleteId athlete, Step step) {
        move("update access.leaving set step = ?, moved_at = ?, trouble = null where sha256 = ?", step.name(), athlete);
    }

    /** Why it does not go on just now; it will be tried again. */
    public void troubled(AthleteId athlete, String sentence) {
        move("update access.leaving set trouble = ?, moved_at = ? where sha256 = ?", sentence, athlete);
    }

    private void move(String sql, String what, AthleteId athlete) {
        database.write(connection -> Sql.over(connection).update(sql, what, now(), hash(athlete)));
    }

    /**
     * Removes every row that is left of her, her account with it, and her id from here; all or nothing. From then on it is known by
     * when the last bytes of partition {@code place} that were hers are gone.
     */
    public void removeRows(AthleteId athlete, int place, Duration untilGone) {
        Instant now = now();
        database.write(connection -> {
            Sql sql = Sql.over(connection);
            Optional<String> account = sql.first(
                    "select account from access.leaving where sha256 = ? and account is not null",
                    row -> row.getString("account"),
                    hash(athlete));
            Traces traces = new Traces(connection);
            traces.removeAthlete(athlete);
            if (account.isPresent()) {
                traces.removeAccount(account.get(), now);
            }
            return sql.update(
                    "update access.leaving set athlete = null, account = null, trouble = null, step = 'DONE',"
                            + " moved_at = ?, finished_at = ?, place = ?, gone_at = ? where sha256 = ?",
                    now,
                    now,
                    place,
                    now.plus(untilGone),
                    hash(athlete));
        });
    }

    /** Those after whom was not swept so often yet, and not for so long. */
    public List<Due> due(int sweeps, Duration apart) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        "select sha256, sweeps from access.leaving where place is not null and sweeps < ?"
                                + " and coalesce(swept_at, finished_at) <= ? order by finished_at, sha256",
                        row -> new Due(row.getString("sha256"), row.getInt("sweeps")),
                        sweeps,
                        now().minus(apart)));
    }

    public void swept(Due due) {
        database.write(connection -> Sql.over(connection)
                .update(
                        "update access.leaving set sweeps = ?, swept_at = ? where sha256 = ?",
                        due.sweeps() + 1,
                        now(),
                        due.sha256()));
    }

    /** Hashes of the ids of all who are leaving or have left. */
    public List<String> hashes() {
        return database.write(connection -> Sql.over(connection)
                .list("select sha256 from access.leaving order by 1", row -> row.getString("sha256")));
    }

    /** Whether she is leaving or has left, so that nothing is taken for her. */
    public boolean isGone(AthleteId athlete) {
        return of(athlete).isPresent();
    }

    /** Those who have left after one moment and before another, in order. */
    public List<Left> left(Instant after, Instant before) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        "select finished_at, place from access.leaving where place is not null and finished_at > ?"
                                + " and finished_at < ? order by finished_at",
                        row -> new Left(Sql.moment(row, "finished_at"), row.getInt("place")),
                        after,
                        before));
    }

    /** Ends an account with all that hangs on it, at the wish of whose it is; what is known of her as an athlete stays. */
    public void closeAccount(String account) {
        Instant now = now();
        database.write(connection -> {
            checkNotLastOperator(Sql.over(connection), account);
            new Traces(connection).removeAccount(account, now);
            return 1;
        });
    }

    /** Of who holds the secret of its address. */
    public Optional<Progress> by(Secret secret) {
        return progress("where progress = ?", secret.sha256());
    }

    /** While she is leaving, or since she has. */
    public Optional<Progress> of(AthleteId athlete) {
        return progress("where sha256 = ?", hash(athlete));
    }

    private Optional<Progress> progress(String where, String which) {
        return database.write(connection -> progress(connection, where, which));
    }

    private static Optional<Progress> progress(Connection connection, String where, String which) throws SQLException {
        return Sql.over(connection).first(PROGRESS + where, Leavings::progress, which);
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                Step.valueOf(row.getString("step")),
                Optional.ofNullable(row.getString("trouble")),
                Sql.moment(row, "asked_at"),
                Sql.optionalMoment(row, "finished_at"),
                Sql.optionalMoment(row, "gone_at"),
                row.getInt("sweeps"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** By what alone an id is known once everything about it is erased. */
    public static String hash(AthleteId athlete) {
        return ContentHash.of(athlete.value().getBytes(StandardCharsets.UTF_8));
    }
}
