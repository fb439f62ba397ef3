package freshlegs.app.service;

import freshlegs.app.plan.PageRequest;
import freshlegs.app.plan.PlanRequest;
import freshlegs.app.plan.StatedPlan;
import freshlegs.app.problem.Problem;
import freshlegs.coach.Answers;
import freshlegs.coach.PlanAnswer;
import freshlegs.coach.PlanWish;
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

/** What people say on the console's pages becomes the same facts as what is said at the command line. */
final class PageAnswers implements Answers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PageAnswers.class);

    private final FactPublisher publisher;
    private final DatabaseAddress database;
    private final Clock clock;

    PageAnswers(FactPublisher publisher, DatabaseAddress database, Clock clock) {
        this.publisher = publisher;
        this.database = database;
        this.clock = clock;
    }

    /** Makes facts of what was said; the first one is the receipt. */
    @FunctionalInterface
    private interface Drafting {
        List<? extends Fact> by(Replies replies) throws SQLException;
    }

    @Override
    public Answer judge(Person by, String alert, Verdict verdict, Optional<String> reason) {
        return publish(by, replies -> List.of(replies.verdict(alert, verdict, reason)));
    }

    @Override
    public Answer silence(Person by, AthleteId athlete, String about, OptionalInt days) {
        return publish(
                by,
                replies -> List.of(replies.silence(
                        athlete,
                        about,
                        days.isPresent()
                                ? Optional.of(replies.today(athlete).plusDays(days.getAsInt()))
                                : Optional.empty(),
                        Optional.empty())));
    }

    @Override
    public Answer lift(Person by, AthleteId athlete, String about) {
        return publish(by, replies -> List.of(replies.lifted(athlete, about)));
    }

    @Override
    public Answer decide(Person by, PlanAnswer answer) {
        return publish(by, replies -> List.of(replies.decision(answer)));
    }

    @Override
    public Answer plan(Person by, AthleteId athlete, PlanWish wish) {
        return publish(by, replies -> {
            PlanRequest request = PageRequest.of(wish, replies.today(athlete));
            return new StatedPlan(athlete, by, clock.instant(), database).of(request);
        });
    }

    /** One at a time, so that two answers at once are two edits. */
    private synchronized Answer publish(Person by, Drafting drafting) {
        try {
            List<? extends Fact> facts = drafting.by(new Replies(by, clock.instant(), database));
            publisher.publish(facts);
            return new Taken(facts.get(0).revision());
        } catch (IllegalArgumentException e) {
            return new Refused("The " + e.getMessage() + ".");
        } catch (Problem e) {
            return new Refused(String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("an answer on a page could not be taken", e);
            return new Refused("It could not be taken, since Kafka or the database is away: try again in a moment.");
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
