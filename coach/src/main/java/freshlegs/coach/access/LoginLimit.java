package freshlegs.coach.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes whoever signs in wrongly wait, longer each time: after so many wrong ones under a key 2 s, then 4 s and so on. Remembers the
 * latest 10,000 keys for an hour.
 */
public final class LoginLimit {
    private static final int MOST_KEYS = 10_000;
    private static final Duration MEMORY = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private final int free;
    private final Duration longest;
    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true);

    private record Tries(int count, Instant last, Instant until) {}

    /** {@code free} wrong ones cost nothing; no wait is longer than {@code longest}. */
    public LoginLimit(int free, Duration longest, Clock clock) {
        this.free = free;
        this.longest = longest;
        this.clock = clock;
    }

    /** How long this key has still to wait, if it has. */
    public synchronized Optional<Duration> wait(String key) {
        Instant now = clock.instant();
        return Optional.ofNullable(tries.get(key))
                .filter(known -> now.isBefore(known.until()))
                .map(known -> Duration.between(now, known.until()));
    }

    /** Counted before the password is looked at, so that tries at the same time are not free. */
    public synchronized void note(String key) {
        Instant now = clock.instant();
        Tries known = tries.get(key);
        boolean fresh = known == null || known.last().plus(MEMORY).isBefore(now);
        int count = known == null || fresh ? 1 : known.count() + 1;
        tries.put(key, new Tries(count, now, now.plus(pause(count))));
        if (tries.size() > MOST_KEYS) {
            tries.remove(tries.keySet().iterator().next());
        }
    }

    /** It was a right one after all. */
    public synchronized void forget(String key) {
        tries.remove(key);
    }

    private Duration pause(int count) {
        if (count <= free) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - free, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
