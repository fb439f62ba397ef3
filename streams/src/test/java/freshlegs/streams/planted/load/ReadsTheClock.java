package freshlegs.streams.planted.load;

import java.time.Clock;
import java.time.Instant;

/** Planted: a formula that asks for the time. */
final class ReadsTheClock {
    private ReadsTheClock() {}

    static Instant now() {
        return Instant.now(Clock.systemUTC());
    }
}
