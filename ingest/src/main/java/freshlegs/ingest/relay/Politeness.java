package freshlegs.ingest.relay;

import java.time.Duration;

/**
 * What the relay spares a server: the gap between two requests, how long it waits for an answer, how long after failures, how
 * many files it fetches in one round. {@code seed} decides how the waiting times spread.
 */
public record Politeness(
        Duration gap, Duration patience, Duration shortestWait, Duration longestWait, int filesPerRound, long seed) {

    public static Politeness standard(long seed) {
        return new Politeness(
                Duration.ofMillis(250), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofHours(1), 25, seed);
    }
}
