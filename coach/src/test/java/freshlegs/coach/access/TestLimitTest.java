package freshlegs.coach.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TestLimitTest {
    private final Later clock = new Later();
    private final TestLimit limit = new TestLimit(clock);

    @Test
    void one_in_ten_seconds_is_sent() {
        assertThat(limit.take("ben")).isEmpty();
        clock.now = clock.now.plusSeconds(4);
        assertThat(limit.take("ben")).contains(Duration.ofSeconds(6));
        assertThat(limit.take("cleo")).isEmpty();
        clock.now = clock.now.plusSeconds(6);
        assertThat(limit.take("ben")).isEmpty();
    }

    @Test
    void twenty_an_hour_are_sent() {
        for (int i = 0; i < 20; i++) {
            assertThat(limit.take("ben")).isEmpty();
            clock.now = clock.now.plusSeconds(30);
        }
        assertThat(limit.take("ben")).contains(Duration.ofMinutes(50));
        clock.now = clock.now.plus(Duration.ofMinutes(50));
        assertThat(limit.take("ben")).isEmpty();
        clock.now = clock.now.plusSeconds(10);
        assertThat(limit.take("ben")).contains(Duration.ofSeconds(20));
    }

    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
