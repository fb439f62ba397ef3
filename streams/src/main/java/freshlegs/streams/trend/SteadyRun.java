package freshlegs.streams.trend;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.Minute;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The one-minute windows of a run's steady segments as integer columns: minutes since the start, grade-adjusted speed, heart
 * rate and temperature. {@code source} is the device and sensor that took them. At most {@value #MOST_WINDOWS} windows are
 * kept, evenly spread.
 */
public record SteadyRun(
        String source,
        Column elapsedMinutes,
        Column speedMillimetresPerSecond,
        Column heartRateTenthBpm,
        Column temperatureCelsius) {

    static final int MOST_WINDOWS = 20;

    static SteadyRun of(String source, List<Minute> steady) {
        int kept = Math.min(MOST_WINDOWS, steady.size());
        List<Minute> spread = IntStream.range(0, kept)
                .mapToObj(i -> steady.get((int) ((long) i * steady.size() / kept)))
                .toList();
        return new SteadyRun(
                source,
                column(spread.stream().mapToDouble(m -> m.startSecond() / 60.0).toArray()),
                column(spread.stream()
                        .mapToDouble(m -> m.gradeAdjustedSpeedMetresPerSecond() * 1000)
                        .toArray()),
                column(spread.stream()
                        .mapToDouble(m -> m.heartRateBpm().orElse(0) * 10)
                        .toArray()),
                column(spread.stream()
                        .mapToDouble(m -> m.temperatureCelsius().orElse(Double.NaN))
                        .toArray()));
    }

    private static Column column(double... numbers) {
        int[] rounded = new int[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = Double.isNaN(numbers[i]) ? Column.MISSING : (int) Math.round(numbers[i]);
        }
        return Column.of(rounded);
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
        return windows() > 0 && IntStream.range(0, windows()).allMatch(temperatureCelsius::has);
    }

    /** The mean temperature of the windows that have one. */
    public OptionalDouble meanTemperatureCelsius() {
        return IntStream.range(0, windows())
                .filter(temperatureCelsius::has)
                .mapToDouble(temperatureCelsius::at)
                .average();
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
