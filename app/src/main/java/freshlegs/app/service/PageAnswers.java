package freshlegs.app.service;

import freshlegs.app.plan.PageRequest;
import freshlegs.app.plan.PlanRequest;
import freshlegs.app.plan.StatedOrder;
import freshlegs.app.plan.StatedPlan;
import freshlegs.app.problem.Problem;
import freshlegs.coach.Answers;
import freshlegs.coach.CheckInWish;
import freshlegs.coach.NoteWish;
import freshlegs.coach.PlanAnswer;
import freshlegs.coach.PlanWish;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict.Verdict;
import freshlegs.model.fact.Fact;
import freshlegs.model.topic.KafkaAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What people say on the console's pages becomes the same facts as what is said at the command line. */
public final class PageAnswers implements Answers, AutoCloseable {
    /** Kafka's own limit is shorter, so that it is mostly known what became of an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Duration LONGEST_FOR_KAFKA = Duration.ofSeconds(4);

    private final FactPublisher publisher;
    private final ShortWait wait;
    private final Predicate<AthleteId> gone;
    private final DatabaseAddress database;
    private final Clock clock;

    public PageAnswers(KafkaAddress kafka, DatabaseAddress database, Clock clock) {
        this(kafka, database, athlete -> false, clock);
    }

    /** Nothing is said of athletes who are {@code gone}. */
    PageAnswers(KafkaAddress kafka, DatabaseAddress database, Predicate<AthleteId> gone, Clock clock) {
        this.gone = gone;
        this.publisher = FactPublisher.within(LONGEST_FOR_KAFKA, kafka);
        this.wait = new ShortWait(publisher::publish, LONGEST);
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
    public Answer silence(Person by, AthleteId athlete, String about, OptionalInt days, Optional<String> reason) {
        return publish(
                by,
                replies -> List.of(replies.silence(
                        athlete,
                        about,
                        days.isPresent()
                                ? Optional.of(replies.today(athlete).plusDays(days.getAsInt()))
                                : Optional.empty(),
                        reason)));
    }

    @Override
    public Answer lift(Person by, AthleteId athlete, String about, Optional<String> reason) {
        return publish(by, replies -> List.of(replies.lifted(athlete, about, reason)));
    }

    @Override
    public Answer note(Person by, NoteWish note) {
        return publish(by, replies -> List.of(replies.note(note)));
    }

    @Override
    public Answer withdraw(Person by, AthleteId athlete, String note) {
        return publish(by, replies -> List.of(replies.withdrawn(athlete, note)));
    }

    @Override
    public Answer decide(Person by, PlanAnswer answer) {
        return publish(by, replies -> List.of(replies.decision(answer)));
    }

    @Override
    public Answer move(Person by, AthleteId athlete, LocalDate from, LocalDate to, Optional<String> reason) {
        return publish(
                by,
                replies -> List.of(new StatedOrder(athlete, by, clock.instant(), database)
                        .moved(from, to, replies.today(athlete), reason)));
    }

    @Override
    public Answer usualOrder(Person by, AthleteId athlete, LocalDate day) {
        return publish(
                by,
                replies -> List.of(new StatedOrder(athlete, by, clock.instant(), database)
                        .usual(day, replies.today(athlete), Optional.empty())));
    }

    @Override
    public Answer clear(Person by, AthleteId athlete, Optional<String> note, boolean withdrawn) {
        return publish(by, replies -> List.of(replies.clearance(athlete, note, withdrawn)));
    }

    @Override
    public Answer plan(Person by, AthleteId athlete, PlanWish wish) {
        return publish(by, replies -> {
            PlanRequest request = PageRequest.of(wish, replies.today(athlete));
            return new StatedPlan(athlete, by, clock.instant(), database).of(request);
        });
    }

    @Override
    public Answer welcome(Person by, AthleteId athlete) {
        return publish(by, replies -> List.of(Newcomer.of(athlete, clock.instant())));
    }

    @Override
    public Answer checkIn(Person by, CheckInWish wish) {
        return publish(by, replies -> {
            Consenting.check(wish.said().athlete(), database);
            return List.of(SaidCheckIn.fact(wish.said(), clock.instant()));
        });
    }

    private Answer publish(Person by, Drafting drafting) {
        return wait.take(() -> {
            List<? extends Fact> facts = drafting.by(new Replies(by, clock.instant(), database));
            if (facts.stream().map(Fact::athlete).anyMatch(gone)) {
                throw Problem.failed(
                        "Everything about this athlete was erased, and the id is not used again: choose another.");
            }
            return facts;
        });
    }

    @Override
    public void close() {
        wait.close();
        publisher.close();
    }
}
