package freshlegs.app.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.json.Json;
import freshlegs.model.json.Revision;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Workout;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The sessions of days that have begun where their athletes live and that nobody has issued yet: of athletes who follow a plan,
 * once the season is known up to the day before. A day counts as begun some minutes after midnight, so that the one before is over
 * for the season as well; nothing is due while the tables are read again.
 */
public final class DueSessions {
    static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(5);

    private static final List<String> FIELDS =
            List.of("athlete", "date", "level", "levelName", "planned", "adjustment");
    private static final String DUE = """
            (select p.*
             from (select known.athlete, ledger.local_day(known.athlete, ?) as today
                   from (select distinct athlete from freshlegs.plan_terms_revision) known) here
                      join lateral (select t.ended
                                    from freshlegs.plan_terms t
                                    where t.athlete = here.athlete and t.local_date <= here.today
                                    order by t.local_date desc
                                    limit 1) terms on not terms.ended
                      join freshlegs.prescription p on p.athlete = here.athlete and p.date = here.today
             where exists (select from freshlegs.status_day s
                           where s.athlete = here.athlete and s.date = here.today - 1)
               and not exists (select from freshlegs.issued_session i
                               where i.athlete = here.athlete and i.local_date = here.today)
               and not ledger.is_rebuilding_at(?)) due
            order by athlete
            """;

    private DueSessions() {}

    public static List<IssuedSession> at(Instant now, DatabaseAddress database) throws SQLException {
        OffsetDateTime begun = now.minus(AFTER_MIDNIGHT).atOffset(ZoneOffset.UTC);
        return Query.of(FIELDS, DUE)
                .with(begun, now.atOffset(ZoneOffset.UTC))
                .ask(database)
                .objects()
                .map(row -> issued(row, now))
                .toList();
    }

    private static IssuedSession issued(ObjectNode row, Instant now) {
        IssuedSession draft = new IssuedSession(
                AthleteId.of(Show.text(row, "athlete")),
                LocalDate.parse(Show.text(row, "date")),
                "",
                now,
                now,
                row.path("level").asInt(),
                Show.text(row, "levelName"),
                Json.read(row.path("planned").toString(), Workout.class),
                Optional.of(row.path("adjustment"))
                        .filter(adjustment -> adjustment.isObject())
                        .map(adjustment -> Json.read(adjustment.toString(), Adjustment.class)));
        return draft.as(Revision.of(draft));
    }
}
