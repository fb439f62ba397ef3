package freshlegs.ingest.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2026-06-10T10:00:00Z");

    private final Patience patience = new Patience(Duration.ofSeconds(30), Duration.ofHours(1), new Random(7));

    @Test
    void waits_double_with_every_failure_up_to_the_longest() {
        assertThat(patience.after(1, Optional.empty())).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(patience.after(3, Optional.empty())).isBetween(Duration.ofSeconds(96), Duration.ofSeconds(144));
        assertThat(patience.after(1_000, Optional.empty())).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    @Test
    void a_server_that_asks_for_more_gets_it() {
        assertThat(patience.after(1, Optional.of(Duration.ofMinutes(5)))).isEqualTo(Duration.ofMinutes(5));
        assertThat(patience.after(1, Optional.of(Duration.ofSeconds(1)))).isGreaterThan(Duration.ofSeconds(20));
    }

    @Test
    void retry_after_is_seconds_or_a_date_and_at_most_a_day_is_obeyed() {
        assertThat(asked("120")).contains(Duration.ofMinutes(2));
        assertThat(asked("Wed, 10 Jun 2026 10:01:00 GMT")).contains(Duration.ofMinutes(1));
        assertThat(asked("999999999")).contains(Duration.ofDays(1));
        assertThat(asked("Wed, 10 Jun 2026 09:00:00 GMT")).isEmpty();
        assertThat(asked("soon")).isEmpty();
    }

    private static Optional<Duration> asked(String header) {
        return Patience.askedFor(Optional.of(header), NOW);
    }
}
