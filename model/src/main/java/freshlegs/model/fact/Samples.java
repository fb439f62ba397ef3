package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The watch's rows as equally long integer columns; no position is kept. {@code secondsFromStart} has no missing value and
 * never falls. Cadence counts both feet. At most {@value #MAX_SIZE} rows.
 */
public record Samples(
        Column secondsFromStart,
        Column heartRateBpm,
        Column speedMillimetresPerSecond,
        Column distanceCentimetres,
        Column altitudeDecimetres,
        Column cadenceStepsPerMinute,
        Column powerWatts,
        Column temperatureCelsius,
        Column gpsAccuracyMetres,
        Column stanceTimeTenthMilliseconds) {

    public static final int MAX_SIZE = 100_000;
    static final int COLUMNS = 9;
    private static final int SECONDS_PER_MINUTE = 60;

    public Samples {
        int size = secondsFromStart.size();
        if (size > MAX_SIZE) {
            throw new IllegalArgumentException("more than " + MAX_SIZE + " samples");
        }
        boolean equallyLong = Stream.of(
                        heartRateBpm,
                        speedMillimetresPerSecond,
                        distanceCentimetres,
                        altitudeDecimetres,
                        cadenceStepsPerMinute,
                        powerWatts,
                        temperatureCelsius,
                        gpsAccuracyMetres,
                        stanceTimeTenthMilliseconds)
                .allMatch(column -> column.size() == size);
        if (!equallyLong) {
            throw new IllegalArgumentException("columns of unequal length");
        }
    }

    public static Samples none() {
        Column none = Column.of();
        return new Samples(none, none, none, none, none, none, none, none, none, none);
    }

    @JsonIgnore
    public int size() {
        return secondsFromStart.size();
    }

    /** In how many minutes from the start there is any heart rate. */
    long minutesWithHeartRate() {
        return IntStream.range(0, size())
                .filter(heartRateBpm::has)
                .map(i -> secondsFromStart.at(i) / SECONDS_PER_MINUTE)
                .distinct()
                .count();
    }

    /** How many quantities were measured at all. */
    long filledColumns() {
        return measured().filter(column -> !column.isEmpty()).count();
    }

    private Stream<Column> measured() {
        return Stream.of(
                heartRateBpm,
                speedMillimetresPerSecond,
                distanceCentimetres,
                altitudeDecimetres,
                cadenceStepsPerMinute,
                powerWatts,
                temperatureCelsius,
                gpsAccuracyMetres,
                stanceTimeTenthMilliseconds);
    }
}
