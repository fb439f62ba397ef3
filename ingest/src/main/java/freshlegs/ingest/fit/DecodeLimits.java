package freshlegs.ingest.fit;

import java.time.Duration;

/**
 * How far a hostile or broken file may go before it is refused. The time budget is generous, because a file that is refused
 * for being slow on a busy machine would otherwise have been fine.
 */
public record DecodeLimits(
        long bytes,
        int parts,
        int messages,
        int definitions,
        int developerFields,
        int sessions,
        int laps,
        int readingDays,
        Duration time) {

    public static final DecodeLimits DEFAULT =
            new DecodeLimits(64L << 20, 32, 2_000_000, 4_096, 256, 200, 10_000, 1_000, Duration.ofSeconds(60));
}
