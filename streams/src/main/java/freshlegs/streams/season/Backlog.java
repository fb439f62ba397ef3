package freshlegs.streams.season;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether facts are being read that were taken in a while ago, as after an outage, on a rebuild or when all is read again. What
 * is folded meanwhile would be folded again and again, and the folding would hold up the reading. One of it is shared by all
 * partitions of a process; it decides when to fold, never what.
 */
final class Backlog {
    private static final long LATE_MILLIS = 3_000;
    private static final long LULL_MILLIS = 500;

    private final AtomicLong lastLate = new AtomicLong(Long.MIN_VALUE / 2);

    /** Notes a fact that was taken in at {@code takenIn} and is read {@code now}; whether it is late. */
    boolean read(long takenIn, long now) {
        boolean isLate = now - takenIn > LATE_MILLIS;
        if (isLate) {
            lastLate.set(now);
        }
        return isLate;
    }

    boolean isBeingRead(long now) {
        return now - lastLate.get() < LULL_MILLIS;
    }
}
