package freshlegs.streams.season;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * How much is done at once. A transaction that stays open for longer than Kafka allows (10 s) is undone with all its work and begun
 * again: on a machine that is slow enough nothing would ever come of turns of a fixed size. So what took too long is done in smaller
 * pieces, and in larger ones again once it no longer does. Whoever begins, as after such a transaction, begins with the smallest. No
 * result depends on it, only how much is committed together.
 */
final class Pace {
    /**
     * What a piece, and beside one last piece a turn, may take. All partitions of a thread, usually six, have their turns in one
     * transaction.
     */
    static final long MOST_NANOS = 500_000_000L;

    /** Smaller pieces would cost more for their beginning than for what they do. */
    private static final double SMALLEST = 1.0 / 8;

    private final LongSupplier nanoTime;
    private double share = SMALLEST;
    private long began;

    Pace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.began = nanoTime.getAsLong();
    }

    void beginTurn() {
        began = nanoTime.getAsLong();
    }

    boolean isTurnOver() {
        return nanoTime.getAsLong() - began >= MOST_NANOS;
    }

    /** How many of {@code most} may be done at once now. */
    int of(int most) {
        return Math.max(1, (int) (most * share));
    }

    /** Does a piece of at most {@code most}, learns from how long it took, and answers how much of it there was. */
    int doing(int most, IntSupplier piece) {
        long start = nanoTime.getAsLong();
        int done = piece.getAsInt();
        long took = nanoTime.getAsLong() - start;
        if (took > MOST_NANOS) {
            share = Math.max(SMALLEST, share * MOST_NANOS / took);
        } else if (took < MOST_NANOS / 2 && done >= most) {
            share = Math.min(1, share * 2);
        }
        return done;
    }
}
