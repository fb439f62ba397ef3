package freshlegs.streams.load;

import freshlegs.model.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The athlete's heart rates (bpm) and threshold speed (m/s, grade-adjusted) as the load formulas use them on one day.
 * {@code assumed} names what nobody measured: what a watch believes, and what not even a watch does.
 *
 * <p>Resting: the median of the readings of the 28 days before (never today's value, else load would be coupled to the marker
 * of fatigue; at least {@value #LEAST_READINGS}), else the profile, else the watch of the latest session that says it, else 60. Maximal: the profile's test value, else the
 * highest plausible 30-second mean in twelve months, else the watch, else 208 - 0.7 age (Tanaka 2001), at 30 years when the age is unknown; a
 * peak is plausible between 90 % of that prediction and {@value #HIGHEST_MAXIMAL_BPM}, since who never ran hard has shown no
 * maximum. Threshold: the profile, else the watch, else resting + 0.85 of the reserve. Threshold speed: the profile, else 95 % of the best
 * 20-minute speed of the 60 days before.
 */
public record Physiology(
        double restingBpm,
        double maximalBpm,
        double thresholdBpm,
        OptionalDouble thresholdMetresPerSecond,
        boolean thresholdSpeedStated,
        Sex sex,
        List<String> assumed) {

    static final int LEAST_READINGS = 7;
    static final int HIGHEST_MAXIMAL_BPM = 225;
    private static final double ASSUMED_RESTING_BPM = 60;
    private static final int ASSUMED_AGE_YEARS = 30;
    private static final double THRESHOLD_SHARE_OF_RESERVE = 0.85;
    private static final double THRESHOLD_SHARE_OF_BEST_20_MINUTES = 0.95;
    private static final double PLAUSIBLE_SHARE_OF_PREDICTED = 0.9;
    private static final double LEAST_RESERVE_BPM = 40;

    public Physiology {
        assumed = List.copyOf(assumed);
    }

    /** The heart-rate reserve in use at {@code bpm}, 0 to 1. */
    public double reserveShare(double bpm) {
        return Math.max(0, Math.min(1, (bpm - restingBpm) / (maximalBpm - restingBpm)));
    }

    /** The heart rate at a share of the reserve. */
    public double bpmAt(double reserveShare) {
        return restingBpm + reserveShare * (maximalBpm - restingBpm);
    }

    static Physiology of(
            AthleteProfile profile,
            LocalDate date,
            double[] restingReadings,
            List<HeartRatePeak> peaks,
            OptionalDouble bestTwentyMinutesMetresPerSecond) {
        List<String> assumed = new ArrayList<>();
        double resting = resting(profile, restingReadings, assumed);
        double maximal = Math.max(resting + LEAST_RESERVE_BPM, maximal(profile, date, peaks, assumed));
        double threshold = threshold(profile, resting, maximal, assumed);
        boolean stated = profile.thresholdPaceSecondsPerKilometre().isPresent();
        OptionalDouble speed = stated
                ? OptionalDouble.of(
                        1000.0 / profile.thresholdPaceSecondsPerKilometre().getAsInt())
                : scaled(bestTwentyMinutesMetresPerSecond);
        return new Physiology(
                resting,
                maximal,
                Math.max(resting + LEAST_RESERVE_BPM / 2, Math.min(maximal, threshold)),
                speed,
                stated,
                profile.sex(),
                assumed);
    }

    private static double resting(AthleteProfile profile, double[] readings, List<String> assumed) {
        if (readings.length >= LEAST_READINGS) {
            return Median.of(readings);
        }
        if (profile.restingHeartRateBpm().isPresent()) {
            return profile.restingHeartRateBpm().getAsInt();
        }
        if (profile.watch().restingHeartRateBpm().isPresent()) {
            assumed.add("resting-heart-rate-from-watch");
            return profile.watch().restingHeartRateBpm().getAsInt();
        }
        assumed.add("resting-heart-rate-assumed");
        return ASSUMED_RESTING_BPM;
    }

    private static double maximal(
            AthleteProfile profile, LocalDate date, List<HeartRatePeak> peaks, List<String> assumed) {
        if (profile.maximalHeartRateBpm().isPresent()) {
            return profile.maximalHeartRateBpm().getAsInt();
        }
        int age = profile.birthYear().isPresent()
                ? date.getYear() - profile.birthYear().getAsInt()
                : ASSUMED_AGE_YEARS;
        double predicted = 208 - 0.7 * age;
        double shown = 0;
        for (HeartRatePeak peak : peaks) {
            if (peak.bpm() >= PLAUSIBLE_SHARE_OF_PREDICTED * predicted && peak.bpm() <= HIGHEST_MAXIMAL_BPM) {
                shown = Math.max(shown, peak.bpm());
            }
        }
        if (shown > 0) {
            return shown;
        }
        if (profile.watch().maximalHeartRateBpm().isPresent()) {
            assumed.add("maximal-heart-rate-from-watch");
            return profile.watch().maximalHeartRateBpm().getAsInt();
        }
        assumed.add("maximal-heart-rate-assumed");
        return predicted;
    }

    private static double threshold(AthleteProfile profile, double resting, double maximal, List<String> assumed) {
        if (profile.thresholdHeartRateBpm().isPresent()) {
            return profile.thresholdHeartRateBpm().getAsInt();
        }
        if (profile.watch().thresholdHeartRateBpm().isPresent()) {
            assumed.add("threshold-heart-rate-from-watch");
            return profile.watch().thresholdHeartRateBpm().getAsInt();
        }
        return resting + THRESHOLD_SHARE_OF_RESERVE * (maximal - resting);
    }

    private static OptionalDouble scaled(OptionalDouble best) {
        return best.isPresent()
                ? OptionalDouble.of(best.getAsDouble() * THRESHOLD_SHARE_OF_BEST_20_MINUTES)
                : OptionalDouble.empty();
    }
}
