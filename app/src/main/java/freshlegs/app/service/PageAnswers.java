package freshlegs.app.service;

import freshlegs.app.problem.Problem;
import freshlegs.coach.Answers;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict.Verdict;
import freshlegs.model.fact.Fact;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a coach says on the console's pages becomes the same facts as what is said at the command line. */
final class PageAnswers implements Answers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);
    private static final Person CONSOLE = new Person(Person.Role.COACH, "console");

    private final FactPublisher publisher;
    private final DatabaseAddress database;
    private final Clock clock;

    PageAnswers(FactPublisher publisher, DatabaseAddress database, Clock clock) {
        this.publisher = publisher;
        this.database = database;
        this.clock = clock;
    }

    /** Makes a fact of what was said. */
    @FunctionalInterface
    private interface Drafting {
        Fact by(Replies replies) throws SQLException;
    }

    @Override
    public Answer judge(String alert, Verdict verdict, Optional<String> reason) {
        return publish(replies -> replies.verdict(alert, verdict, reason));
    }

    @Override
    public Answer silence(AthleteId athlete, String about, OptionalInt days) {
        return publish(replies -> replies.silence(
                athlete,
                about,
                days.isPresent() ? Optional.of(replies.today(athlete).plusDays(days.getAsInt())) : Optional.empty(),
                Optional.empty()));
    }

    @Override
    public Answer lift(AthleteId athlete, String about) {
        return publish(replies -> replies.lifted(athlete, about));
    }

    /** One at a time, so that two answers at once are two edits. */
    private synchronized Answer publish(Drafting drafting) {
        try {
            Fact fact = drafting.by(new Replies(CONSOLE, clock.instant(), database));
            publisher.publish(List.of(fact));
            return new Taken(fact.revision());
        } catch (IllegalArgumentException e) {
            return new Refused("The " + e.getMessage() + ".");
        } catch (Problem e) {
            return new Refused(String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("an answer to an alert could not be taken", e);
            return new Refused("It could not be taken, since Kafka or the database is away: try again in a moment.");
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
