package freshlegs.model.fact;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One activity of one sport, whole: summary, laps, pauses and columnar samples. {@code factId} is its start and sport,
 * {@code revision} the hash of its content, {@code utcOffsetSeconds} what the file or the athlete's zone said of local time.
 * {@code thinned} says that the samples were reduced to stay within bounds.
 */
public record Recording(
        AthleteId athlete,
        String factId,
        String revision,
        Instant ingestedAt,
        Instant start,
        int utcOffsetSeconds,
        LocalDate localDate,
        Sport sport,
        Optional<String> subSport,
        Device device,
        HeartRateSource heartRateSource,
        Source source,
        WatchProfile watchProfile,
        Summary summary,
        List<Lap> laps,
        List<Pause> pauses,
        Samples samples,
        boolean thinned)
        implements Fact {
    /**
     * What the watch itself says of the whole. {@code workoutRpe} is effort 0 to 10 (CR10), {@code workoutFeel} 0 to 100 with
     * 100 best, {@code recoveryHeartRateBpm} the heart rate two minutes after the end.
     */
    public record Summary(
            double timerSeconds,
            double elapsedSeconds,
            OptionalDouble distanceMetres,
            OptionalInt meanHeartRateBpm,
            OptionalInt maximalHeartRateBpm,
            OptionalDouble workoutRpe,
            OptionalInt workoutFeel,
            OptionalInt recoveryHeartRateBpm) {}

    public Recording {
        laps = List.copyOf(laps);
        pauses = List.copyOf(pauses);
    }

    @Override
    public FactKind kind() {
        return FactKind.RECORDING;
    }

    /** The same under another revision. */
    public Recording withRevision(String other) {
        return new Recording(
                athlete,
                factId,
                other,
                ingestedAt,
                start,
                utcOffsetSeconds,
                localDate,
                sport,
                subSport,
                device,
                heartRateSource,
                source,
                watchProfile,
                summary,
                laps,
                pauses,
                samples,
                thinned);
    }

    /** The copy that knows most, see {@link Richness}. */
    @Override
    public long rank() {
        return Richness.of(source, samples).rank();
    }
}
