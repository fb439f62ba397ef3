package freshlegs.coach.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginLimitTest {
    private final ATickingClock clock = new ATickingClock();
    private final LoginLimit limit = new LoginLimit(3, Duration.ofMinutes(1), clock);

    /** Stands still until somebody moves it. */
    private static final class ATickingClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T18:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void each_wrong_one_beyond_the_free_ones_costs_twice_as_long_up_to_a_bound() {
        for (int i = 0; i < 3; i++) {
            limit.note("ben");
            assertThat(limit.wait("ben")).isEmpty();
        }
        for (int seconds : List.of(2, 4, 8, 16, 32, 60, 60)) {
            limit.note("ben");
            assertThat(limit.wait("ben")).contains(Duration.ofSeconds(seconds));
            assertThat(limit.wait("eve")).isEmpty();
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(limit.wait("ben")).isEmpty();
        }
    }

    @Test
    void a_right_one_or_an_hour_forgets_the_wrong_ones() {
        for (int i = 0; i < 4; i++) {
            limit.note("ben");
            limit.note("eve");
        }
        limit.forget("ben");
        assertThat(limit.wait("ben")).isEmpty();
        clock.pass(Duration.ofHours(2));
        limit.note("eve");
        assertThat(limit.wait("eve")).isEmpty();
    }

    @Test
    void passwords_are_long_and_not_what_everybody_tries_first() {
        for (String bad :
                List.of("short", "1234567890", "PassWord123", "aaaaaaaaaaaa", "ben@example.org", "x".repeat(201))) {
            assertThatThrownBy(() -> PasswordRule.check(bad, "ben@example.org"))
                    .as(bad)
                    .isInstanceOf(Refusal.class);
        }
        PasswordRule.check("four words are fine", "ben");
        PasswordRule.check("ÄÖÜ äöü ßé ñ", "ben");
    }

    @Test
    void a_password_is_the_same_however_its_letters_were_composed_and_old_hashes_are_known_to_be_weak() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("Müller am Fluss");
        assertThat(passwords.matches("Mu\u0308ller am Fluss", Optional.of(hash)))
                .isTrue();
        assertThat(passwords.matches("Muller am Fluss", Optional.of(hash))).isFalse();
        assertThat(passwords.matches("nobody has this password", Optional.empty()))
                .isFalse();
        assertThat(passwords.isWeak(hash)).isFalse();
        assertThat(passwords.isWeak(hash.replace("m=19456", "m=4096"))).isTrue();
    }
}
