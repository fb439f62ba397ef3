package freshlegs.coach.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How often an account may have a test sent to its channels: once in 10 s and 20 times an hour, so that nobody is flooded by it. */
public final class TestLimit {
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST = 20;

    private final Clock clock;
    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    public TestLimit(Clock clock) {
        this.clock = clock;
    }

    /** Takes one, or says how long it is until there is one. */
    public synchronized Optional<Duration> take(String account) {
        Instant now = clock.instant();
        sent.values().forEach(tests -> tests.removeIf(at -> !at.plus(WINDOW).isAfter(now)));
        sent.values().removeIf(Deque::isEmpty);
        Deque<Instant> tests = sent.computeIfAbsent(account, unknown -> new ArrayDeque<>());
        Optional<Instant> free = free(tests).filter(now::isBefore);
        if (free.isEmpty()) {
            tests.addLast(now);
        }
        return free.map(at -> Duration.between(now, at));
    }

    private static Optional<Instant> free(Deque<Instant> tests) {
        return Optional.ofNullable(
                tests.size() >= MOST
                        ? tests.getFirst().plus(WINDOW)
                        : tests.isEmpty() ? null : tests.getLast().plus(BETWEEN));
    }
}
