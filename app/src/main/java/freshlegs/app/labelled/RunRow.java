package freshlegs.app.labelled;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A row of {@code sessions.csv}: {@code start} on the athlete's clock, speeds in metres a second and only of key sessions,
 * {@code windows} one for each steady minute.
 */
public record RunRow(
        LocalDateTime start,
        Kind kind,
        double durationSeconds,
        double distanceMetres,
        OptionalDouble targetSpeed,
        OptionalDouble achievedSpeed,
        OptionalDouble temperatureC,
        List<Window> windows) {

    /** What a run was meant to be. */
    public enum Kind {
        EASY,
        LONG,
        TEMPO,
        INTERVALS,
        RACE,
        OTHER;

        public boolean isKey() {
            return this == TEMPO || this == INTERVALS;
        }
    }

    /** A steady minute: speed in metres a second, heart rate in beats a minute. */
    public record Window(double speed, double heartRate) {}

    public RunRow {
        windows = List.copyOf(windows);
    }
}
