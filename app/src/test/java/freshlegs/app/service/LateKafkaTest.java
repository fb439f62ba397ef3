package freshlegs.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import freshlegs.app.problem.Problem;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class LateKafkaTest {
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private long now;
    private int asked;

    @Test
    void one_that_does_not_answer_yet_is_asked_again() throws Exception {
        LateKafka.await("ingest", () -> now, () -> {
            asked++;
            if (asked < 3) {
                throw silence();
            }
        });

        assertThat(asked).isEqualTo(3);
    }

    @Test
    void after_five_minutes_it_is_given_up_with_the_same_words() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> LateKafka.await("ingest", () -> now, () -> {
                    asked++;
                    throw silence();
                }))
                .withMessage("Kafka does not answer.");
        assertThat(asked).isEqualTo(10);
    }

    @Test
    void one_that_refuses_is_not_asked_again() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> LateKafka.await("ingest", () -> now, () -> {
                    asked++;
                    throw Problem.failed("Refused.", new KafkaException("no such right"));
                }));
        assertThat(asked).isEqualTo(1);
    }

    private Problem silence() {
        now += SILENCE.toNanos();
        return Problem.failed("Kafka does not answer.", new KafkaException("within 30 s", new TimeoutException()));
    }
}
