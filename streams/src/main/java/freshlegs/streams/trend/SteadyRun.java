package freshlegs.streams.trend;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Minutes;
import java.util.OptionalDouble;

/**
 * The one-minute windows of a run's steady segments as integer columns: minutes since the start, grade-adjusted speed, heart
 * rate and temperature. {@code activity} is the fact that they come from, {@code source} the device and sensor that took them. At most {@value #MOST_WINDOWS} windows are
 * kept, evenly spread.
 */
public record SteadyRun(
        String activity,
        String source,
        Column elapsedMinutes,
        Column speedMillimetresPerSecond,
        Column heartRateTenthBpm,
        Column temperatureCelsius) {

    static final int MOST_WINDOWS = 20;

    /** Of some rows of a session's minutes. */
    static SteadyRun of(String activity, String source, Minutes minutes, int... steady) {
        int kept = Math.min(MOST_WINDOWS, steady.length);
        int[] elapsed = new int[kept];
        int[] speeds = new int[kept];
        int[] hearts = new int[kept];
        int[] temperatures = new int[kept];
        for (int i = 0; i < kept; i++) {
            int row = steady[(int) ((long) i * steady.length / kept)];
            elapsed[i] = (int) Math.round(minutes.startSecond().at(row) / 60.0);
            speeds[i] = minutes.gradeAdjustedSpeedMillimetresPerSecond().at(row);
            hearts[i] = minutes.heartRateTenthBpm().at(row);
            temperatures[i] = minutes.temperatureCelsius().at(row);
        }
        return new SteadyRun(
                activity, source, Column.of(elapsed), Column.of(speeds), Column.of(hearts), Column.of(temperatures));
    }

    public int windows() {
        return elapsedMinutes.size();
    }

    double metresPerSecond(int window) {
        return speedMillimetresPerSecond.at(window) / 1000.0;
    }

    double heartRateBpm(int window) {
        return heartRateTenthBpm.at(window) / 10.0;
    }

    /** Whether the temperature is known throughout; without it heat cannot be told from strain. */
    public boolean knowsTemperature() {
        for (int i = 0; i < windows(); i++) {
            if (!temperatureCelsius.has(i)) {
                return false;
            }
        }
        return windows() > 0;
    }

    /** The mean temperature of the windows that have one. */
    public OptionalDouble meanTemperatureCelsius() {
        int sum = 0;
        int known = 0;
        for (int i = 0; i < windows(); i++) {
            if (temperatureCelsius.has(i)) {
                sum += temperatureCelsius.at(i);
                known++;
            }
        }
        return known > 0 ? OptionalDouble.of((double) sum / known) : OptionalDouble.empty();
    }

    /** Efficiency factor: grade-adjusted metres a minute per heart beat a minute. */
    public double efficiency() {
        double metresAMinute = 0;
        double bpm = 0;
        for (int i = 0; i < windows(); i++) {
            metresAMinute += metresPerSecond(i) * 60;
            bpm += heartRateBpm(i);
        }
        return metresAMinute / bpm;
    }
}
