package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.fact.Fact;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** What a person states at the command line on its way to the tables. */
final class Stating {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private Stating() {}

    /** Somebody's words as a fact, or the sentence that says what is wrong with them. */
    static <F extends Fact> F valid(Drafting<F> drafting) throws SQLException {
        try {
            return drafting.draft();
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    /** Of words alone, before anything is started. */
    static void check(Runnable words) {
        try {
            words.run();
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("The " + e.getMessage() + ".");
        }
    }

    /** Makes a fact of what was said. */
    @FunctionalInterface
    interface Drafting<F extends Fact> {
        F draft() throws SQLException;
    }

    /** Returns when the tables show what follows from it. */
    static void state(Access access, Fact fact) throws SQLException, InterruptedException {
        state(access, List.of(fact));
    }

    /** All of them together, waiting once. */
    static void state(Access access, List<? extends Fact> facts) throws SQLException, InterruptedException {
        try (FactPublisher publisher = FactPublisher.to(access.kafka())) {
            publisher.publish(facts);
        }
        if (!Settling.await(access, LIMIT)) {
            throw Problem.failed("It is stated, but the tables have not followed within " + LIMIT.toMinutes()
                    + " minutes: ask again later.");
        }
    }
}
