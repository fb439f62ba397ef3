package freshlegs.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.Answers.Answer;
import freshlegs.coach.Answers.Refused;
import freshlegs.coach.Answers.Taken;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Silence;
import freshlegs.model.topic.KafkaAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nobody waits for a Kafka that is away, and nobody is told what nobody knows. */
@Timeout(60)
class ShortWaitTest {
    private static final Duration MOMENT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(50);

    private final List<Fact> published = new CopyOnWriteArrayList<>();

    private static Silence silence(String name) {
        Instant now = Instant.parse("2026-11-20T18:00:00Z");
        return new Silence(
                AthleteId.of("anna"),
                "fatigue",
                LocalDate.of(2026, 11, 20),
                Optional.empty(),
                name,
                now,
                now,
                0,
                false,
                Optional.empty(),
                new Person(Person.Role.COACH, "c1"));
    }

    @Test
    void what_is_taken_has_its_revision_as_receipt_and_what_makes_no_sense_a_sentence() {
        try (ShortWait wait = new ShortWait(published::addAll, LONG)) {
            assertThat(wait.take(() -> List.of(silence("r1")))).isEqualTo(new Taken("r1"));
            assertThat(wait.take(() -> {
                        throw new IllegalArgumentException("reason is no text");
                    }))
                    .isEqualTo(new Refused("The reason is no text."));
        }
        assertThat(published).hasSize(1);
    }

    @Test
    void an_answer_that_waited_too_long_behind_another_one_is_never_handed_over() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (ShortWait wait = new ShortWait(
                facts -> {
                    await(end);
                    published.addAll(facts);
                },
                MOMENT)) {
            assertThat(wait.take(() -> List.of(silence("r1")))).isEqualTo(new Refused(ShortWait.PERHAPS_TAKEN, true));
            assertThat(wait.take(() -> List.of(silence("r2")))).isEqualTo(new Refused(ShortWait.NOT_TAKEN, true));
            end.countDown();
            Answer next = wait.take(() -> List.of(silence("r3")));
            assertThat(next).isEqualTo(new Taken("r3"));
        }
        assertThat(published).extracting(Fact::revision).containsExactly("r1", "r3");
    }

    @Test
    void an_answer_that_the_database_holds_up_is_never_handed_over() {
        CountDownLatch end = new CountDownLatch(1);
        try (ShortWait wait = new ShortWait(published::addAll, MOMENT)) {
            assertThat(wait.take(() -> {
                        await(end);
                        return List.of(silence("r1"));
                    }))
                    .isEqualTo(new Refused(ShortWait.NOT_TAKEN, true));
            end.countDown();
            assertThat(wait.take(() -> List.of(silence("r2")))).isEqualTo(new Taken("r2"));
        }
        assertThat(published).extracting(Fact::revision).containsExactly("r2");
    }

    @Test
    void a_kafka_that_nobody_reaches_is_said_to_be_away_within_its_time() {
        try (FactPublisher publisher = FactPublisher.within(Duration.ofMillis(300), KafkaAddress.of("127.0.0.1:1"));
                ShortWait wait = new ShortWait(publisher::publish, LONG)) {
            assertThat(wait.take(() -> List.of(silence("r1")))).isEqualTo(new Refused(ShortWait.PERHAPS_TAKEN, true));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
