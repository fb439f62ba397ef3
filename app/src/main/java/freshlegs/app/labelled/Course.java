package freshlegs.app.labelled;

import java.util.Optional;

/**
 * How a row's run is spread over its time: steady minutes from the tenth minute on, hard parts as {@link HardPart} has them, and what
 * is left of the distance in what is left of the time. A run with steady minutes is unsteady before and after them.
 */
public record Course(RunRow row, Optional<HardPart> hard, double otherSpeed) {
    /** By how much of its mean the speed of unsteady minutes is now higher, now lower. */
    public static final double UNSTEADY = 0.1;

    public static final int UNSTEADY_SECONDS = 6;

    public static Course of(RunRow row) {
        Optional<HardPart> hard = HardPart.of(row);
        double steady = row.windows().stream()
                .mapToDouble(window -> HardPart.WINDOW_SECONDS * window.speed())
                .sum();
        double metres =
                row.distanceMetres() - steady - hard.map(HardPart::metres).orElse(0.0);
        double seconds = new Course(row, hard, 0).otherSeconds();
        return new Course(row, hard, seconds > 0 ? Math.max(0, metres / seconds) : 0);
    }

    public int steadySeconds() {
        return HardPart.WINDOW_SECONDS * row.windows().size();
    }

    /** The time that is neither steady nor hard, whose mean speed is {@link #otherSpeed}. */
    public double otherSeconds() {
        return Math.max(0, row.durationSeconds() - steadySeconds() - hardSeconds());
    }

    /** The speed of a second, counted from 0. */
    public double speed(int second) {
        int into = second - HardPart.WARM_UP_SECONDS;
        if (into >= 0 && into < steadySeconds()) {
            return row.windows().get(into / HardPart.WINDOW_SECONDS).speed();
        }
        if (row.windows().isEmpty()) {
            double share =
                    hard.map(part -> part.secondsWithin(second, second + 1.0)).orElse(0.0);
            return share * hard.map(HardPart::speed).orElse(0.0) + (1 - share) * otherSpeed;
        }
        return otherSpeed * (second / UNSTEADY_SECONDS % 2 == 0 ? 1 + UNSTEADY : 1 - UNSTEADY);
    }

    public double hardSeconds() {
        return hard.map(HardPart::seconds).orElse(0.0);
    }
}
