package freshlegs.coach.run;

import java.util.List;

/**
 * A run as equally long curves, a row for each recorded second or minute: {@code seconds} from the start and {@code metres} never
 * fall, speeds are in metres a second. {@code longestStepSeconds} is the most between two rows that belong together.
 */
public record RunRows(
        Curve seconds,
        Curve metres,
        Curve heartRate,
        Curve speed,
        Curve gradeAdjustedSpeed,
        Curve altitudeMetres,
        List<Rolling> rolling,
        int longestStepSeconds) {

    /** Means over the {@code windowSeconds} that end with each row. */
    public record Rolling(int windowSeconds, Curve heartRate, Curve gradeAdjustedSpeed) {}

    public RunRows {
        rolling = List.copyOf(rolling);
    }

    public int size() {
        return seconds.size();
    }

    /** Whether something is missing between a row and the one before it. */
    public boolean isApart(int row) {
        return row > 0 && seconds.at(row) - seconds.at(row - 1) > longestStepSeconds;
    }
}
