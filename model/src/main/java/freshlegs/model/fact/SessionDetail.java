package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.fact.Lap.Intensity;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a session went beyond its sums, still whoever ran it: what needs every second is found here once, what needs a profile is
 * concluded later. Speeds are in metres a second and grade-adjusted unless said otherwise; seconds count from the start.
 */
public record SessionDetail(
        Optional<Rolling> rolling,
        List<TimedBest> timedBests,
        List<DistanceBest> distanceBests,
        List<ShortBout> shortBouts,
        List<EvenStretch> evenStretches,
        Optional<Thirds> thirds,
        List<HeartRateDrop> heartRateDrops,
        OptionalInt watchRecoveryBpm,
        Optional<FormDrift> formDrift,
        List<LapMark> laps) {

    /** Nothing is known, as of sessions that were analysed before there was any detail. */
    public static final SessionDetail NONE = new SessionDetail(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            OptionalInt.empty(),
            Optional.empty(),
            List.of());

    public SessionDetail {
        timedBests = List.copyOf(timedBests);
        distanceBests = List.copyOf(distanceBests);
        shortBouts = List.copyOf(shortBouts);
        evenStretches = List.copyOf(evenStretches);
        heartRateDrops = List.copyOf(heartRateDrops);
        laps = List.copyOf(laps);
    }

    /** Means over 30 s for display: entry {@code i} begins {@code i * stepSeconds} after the start. */
    public record Rolling(int stepSeconds, Column heartRateBpm, Column speedCentimetresASecond) {}

    /** The most metres (as run, not grade-adjusted) in that many seconds. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record TimedBest(int seconds, double metres) {}

    /** The fewest seconds for that many metres (as run, not grade-adjusted). */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record DistanceBest(int metres, double seconds) {}

    /** Some seconds much faster than the rest of the session, such as a stride. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record ShortBout(int startSecond, int seconds, double metresPerSecond) {}

    /** Minutes on end at one pace. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record EvenStretch(
            int startSecond,
            int seconds,
            double metresPerSecond,
            double variationPercent,
            OptionalDouble heartRateBpm) {}

    /** The mean speeds of the thirds of the moving time. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record Thirds(double first, double second, double third) {}

    /** The heart rate where the athlete came to a stand, and a minute later. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record HeartRateDrop(int startSecond, double bpm, double bpmAfterMinute) {
        public double dropBpm() {
            return bpm - bpmAfterMinute;
        }
    }

    /** The last repeat against the mean of the first two, in percent: speed, steps a minute, time on the ground. */
    public record FormDrift(double speedPercent, OptionalDouble cadencePercent, OptionalDouble stanceTimePercent) {}

    /** A lap as the watch closed it, see {@link Lap}. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    public record LapMark(
            int startSecond,
            double seconds,
            OptionalDouble metres,
            OptionalInt heartRateBpm,
            Intensity intensity,
            boolean autoLap) {}
}
