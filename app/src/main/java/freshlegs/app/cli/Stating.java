package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.fact.Fact;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What a person states at the command line on its way to the tables. */
final class Stating {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Stating() {}

    /** The number of the next edit of a fact, one above all that the table knows. */
    static int nextEdit(String table, AthleteId athlete, String factId, DatabaseAddress database) throws SQLException {
        return Query.of(
                        List.of("edit"),
                        "(select coalesce(max(edit) + 1, 0) as edit from freshlegs." + table
                                + " where athlete = ? and fact_id = ?) known")
                .with(athlete.value(), factId)
                .ask(database)
                .objects()
                .map(row -> Integer.parseInt(Show.text(row, "edit")))
                .findFirst()
                .orElse(0);
    }

    /** Returns when the tables show what follows from it. */
    static void state(Access access, Fact fact) throws SQLException, InterruptedException {
        try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
            publisher.publish(List.of(fact));
        }
        if (!Settling.await(access, LIMIT)) {
            throw Problem.failed("It is stated, but the tables have not followed within " + LIMIT.toMinutes()
                    + " minutes: ask again later.");
        }
    }
}
