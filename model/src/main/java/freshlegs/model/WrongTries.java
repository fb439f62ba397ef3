package freshlegs.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts wrong secrets by address and minute, so that trying many gets nobody anywhere; remembers few addresses. */
public final class WrongTries {
    private static final int MOST = 20;
    private static final int MOST_ADDRESSES = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Integer> tries = new HashMap<>();
    private Instant until = Instant.MIN;

    public WrongTries(Clock clock) {
        this.clock = clock;
    }

    /** Notes one more; answers how long to wait if there were too many. */
    public synchronized Optional<Duration> note(String address) {
        Instant now = clock.instant();
        if (!now.isBefore(until) || tries.size() >= MOST_ADDRESSES) {
            tries.clear();
            until = now.plus(WINDOW);
        }
        return tries.merge(address, 1, Integer::sum) > MOST
                ? Optional.of(Duration.between(now, until))
                : Optional.empty();
    }
}
