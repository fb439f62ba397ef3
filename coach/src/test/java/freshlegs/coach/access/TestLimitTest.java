package freshlegs.coach.access;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.AMovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestLimitTest {
    private final AMovableClock clock = new AMovableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final TestLimit limit = new TestLimit(clock);

    @Test
    void one_in_ten_seconds_is_sent() {
        assertThat(limit.take("ben")).isEmpty();
        clock.advance(Duration.ofSeconds(4));
        assertThat(limit.take("ben")).contains(Duration.ofSeconds(6));
        assertThat(limit.take("cleo")).isEmpty();
        clock.advance(Duration.ofSeconds(6));
        assertThat(limit.take("ben")).isEmpty();
    }

    @Test
    void twenty_an_hour_are_sent() {
        for (int i = 0; i < 20; i++) {
            assertThat(limit.take("ben")).isEmpty();
            clock.advance(Duration.ofSeconds(30));
        }
        assertThat(limit.take("ben")).contains(Duration.ofMinutes(50));
        clock.advance(Duration.ofMinutes(50));
        assertThat(limit.take("ben")).isEmpty();
        clock.advance(Duration.ofSeconds(10));
        assertThat(limit.take("ben")).contains(Duration.ofSeconds(20));
    }
}
