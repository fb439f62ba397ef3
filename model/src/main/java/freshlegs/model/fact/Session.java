package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What one recording amounts to, whoever ran it: small sufficient statistics from which any profile's load, zones and steady
 * segments follow without the samples. Same {@code factId} and {@code rank} as its recording; {@code problem} says why a
 * recording could not be analysed, and then the rest is empty.
 */
public record Session(
        AthleteId athlete,
        String factId,
        String revision,
        Instant ingestedAt,
        Instant start,
        LocalDate localDate,
        Sport sport,
        Optional<String> subSport,
        String device,
        HeartRateSource heartRateSource,
        Source source,
        WatchProfile watchProfile,
        long recordingRank,
        Optional<String> problem,
        double timerSeconds,
        double elapsedSeconds,
        double movingSeconds,
        double distanceMetres,
        OptionalDouble workoutRpe,
        OptionalInt workoutFeel,
        HeartRate heartRate,
        Pace pace,
        OptionalDouble decouplingPercent,
        Minutes minutes,
        List<Repeat> repeats,
        RepeatSource repeatSource,
        SessionDetail detail)
        implements Fact {

    /**
     * The cleaned heart rate. {@code validShare} is valid seconds over moving seconds, 0 to 1; {@code perBpm} has bins of one
     * beat per minute; peaks are the highest means over 30 s, 5 min and 20 min.
     */
    public record HeartRate(
            double validShare,
            OptionalDouble meanBpm,
            Histogram perBpm,
            OptionalDouble peak30sBpm,
            OptionalDouble peak5minBpm,
            OptionalDouble peak20minBpm) {

        public static HeartRate none() {
            return new HeartRate(
                    0,
                    OptionalDouble.empty(),
                    Histogram.empty(1),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
    }

    /**
     * The grade-adjusted speed while moving, in metres a second. {@code trustedShare} is the share of moving time with good
     * positioning or a foot pod; {@code perCentimetreASecond} has bins of 10 cm/s.
     */
    public record Pace(
            double trustedShare,
            OptionalDouble meanMetresPerSecond,
            Histogram perCentimetreASecond,
            OptionalDouble peak30sMetresPerSecond,
            OptionalDouble peak5minMetresPerSecond,
            OptionalDouble peak20minMetresPerSecond) {

        public static Pace none() {
            return new Pace(
                    0,
                    OptionalDouble.empty(),
                    Histogram.empty(10),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty());
        }
    }

    /** Where the repeats were read. */
    public enum RepeatSource {
        NONE,
        LAPS,
        DETECTED
    }

    /** Messages from before there was any detail have none. */
    public Session {
        repeats = List.copyOf(repeats);
        detail = Objects.requireNonNullElse(detail, SessionDetail.NONE);
    }

    @Override
    public FactKind kind() {
        return FactKind.SESSION;
    }

    @Override
    public long rank() {
        return recordingRank;
    }
}
