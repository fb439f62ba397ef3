package freshlegs.bench.drop;

import java.util.concurrent.TimeUnit;

/** Lets so many things happen in a second, each at its own time however long the ones before took. */
public final class Pace {
    private static final double NANOS = 1e9;

    private final double aSecond;
    private final long began = System.nanoTime();
    private long turns;

    private Pace(double aSecond) {
        this.aSecond = aSecond;
    }

    /** From now on; {@link Double#POSITIVE_INFINITY} waits for nothing. */
    public static Pace of(double aSecond) {
        return new Pace(aSecond);
    }

    public void awaitTurn() throws InterruptedException {
        long due = began + (long) (turns++ * NANOS / aSecond);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    }
}
