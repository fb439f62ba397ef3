package freshlegs.app.labelled;

import freshlegs.app.labelled.RunRow.Kind;
import java.util.Optional;

/**
 * How the hard part of a key session lies in its run: one tempo of {@value #TEMPO_METRES} m, or three to six times
 * {@value #REPEAT_METRES} m with two minutes between them, at the speed that was achieved (the same distances whatever the speed, so
 * that one percent slower reads as one percent). It begins after ten minutes and the steady minutes; where there are none,
 * in the middle of a run too short for that.
 */
public record HardPart(double startSecond, int bouts, double boutMetres, double boutSeconds, double recoverySeconds) {
    public static final int TEMPO_METRES = 4000;
    public static final int REPEAT_METRES = 1000;
    public static final int WARM_UP_SECONDS = 600;
    public static final int WINDOW_SECONDS = 60;

    private static final double RECOVERY_SECONDS = 120;
    private static final int LEAST_REPEATS = 3;
    private static final int MOST_REPEATS = 6;

    /** Nothing when the row is of no key session or does not say what was achieved. */
    public static Optional<HardPart> of(RunRow row) {
        double speed = row.achievedSpeed().orElse(0);
        if (!row.kind().isKey() || !(speed > 0)) {
            return Optional.empty();
        }
        double wanted =
                WARM_UP_SECONDS + (double) WINDOW_SECONDS * row.windows().size();
        if (row.kind() == Kind.TEMPO) {
            return Optional.of(of(row, wanted, 1, TEMPO_METRES, speed, 0));
        }
        double each = REPEAT_METRES / speed + RECOVERY_SECONDS;
        long fitting = Math.round(Math.floor((row.durationSeconds() - wanted) / each));
        int count = (int) Math.max(LEAST_REPEATS, Math.min(MOST_REPEATS, fitting));
        return Optional.of(of(row, wanted, count, REPEAT_METRES, speed, RECOVERY_SECONDS));
    }

    private static HardPart of(
            RunRow row, double wanted, int bouts, double metres, double speed, double recoverySeconds) {
        double all = bouts * metres / speed + (bouts - 1) * recoverySeconds;
        double middle = Math.floor((row.durationSeconds() - all) / 2);
        double start = row.windows().isEmpty() ? Math.max(0, Math.min(wanted, middle)) : wanted;
        return new HardPart(start, bouts, metres, metres / speed, recoverySeconds);
    }

    public double speed() {
        return boutMetres / boutSeconds;
    }

    public double seconds() {
        return bouts * boutSeconds;
    }

    public double metres() {
        return bouts * boutMetres;
    }

    /** When a bout begins, counted from 0. */
    public double start(int bout) {
        return startSecond + bout * (boutSeconds + recoverySeconds);
    }

    public double end(int bout) {
        return start(bout) + boutSeconds;
    }

    /** How much of the time from one second to another is run hard. */
    public double secondsWithin(double from, double to) {
        double within = 0;
        for (int bout = 0; bout < bouts; bout++) {
            within += Math.max(0, Math.min(to, end(bout)) - Math.max(from, start(bout)));
        }
        return within;
    }

    /** The most that is run hard within so many seconds on end. */
    public double mostWithin(double seconds) {
        double most = 0;
        for (int bout = 0; bout < bouts; bout++) {
            most = Math.max(most, secondsWithin(start(bout), start(bout) + seconds));
            most = Math.max(most, secondsWithin(end(bout) - seconds, end(bout)));
        }
        return most;
    }
}
