package freshlegs.streams.signal;

import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.load.Physiology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The longest even stretch near threshold of a run without repeats: 8 to 45 minutes at 90 to 110 % of threshold speed (a tired
 * runner's tempo is slow), varying by less than 5 %. The heart must agree (92 % of threshold heart rate at least); without a
 * heart rate only a stated threshold speed is believed.
 */
final class TempoSegment {
    private static final int LEAST_MINUTES = 8;
    private static final int MOST_MINUTES = 45;
    private static final double SLOWEST = 0.90;
    private static final double FASTEST = 1.10;
    private static final double MOST_VARIATION = 0.05;
    private static final double LEAST_SHARE_OF_THRESHOLD_BPM = 0.92;
    private static final double MOST_GRADE_PERCENT = 3;
    private static final double GOOD_SHARE = 0.9;

    private TempoSegment() {}

    static Optional<Repeat> in(Session session, Physiology body) {
        if (body.thresholdMetresPerSecond().isEmpty()) {
            return Optional.empty();
        }
        double threshold = body.thresholdMetresPerSecond().getAsDouble();
        List<Minute> longest = longest(session.minutes().toList(), threshold);
        if (longest.size() < LEAST_MINUTES || longest.size() > MOST_MINUTES || !heartAgrees(longest, body)) {
            return Optional.empty();
        }
        double seconds = 60.0 * longest.size();
        double speed = meanSpeed(longest);
        return Optional.of(
                new Repeat(longest.get(0).startSecond(), seconds, speed * seconds, 0, OptionalDouble.empty()));
    }

    private static List<Minute> longest(List<Minute> minutes, double threshold) {
        List<Minute> longest = List.of();
        List<Minute> current = new ArrayList<>();
        for (Minute minute : minutes) {
            boolean follows = current.isEmpty()
                    || minute.startSecond() - current.get(current.size() - 1).startSecond() == 60;
            if (!isTempo(minute, threshold) || !follows || !isEven(current, minute)) {
                current = new ArrayList<>();
            }
            if (isTempo(minute, threshold)) {
                current.add(minute);
            }
            longest = current.size() > longest.size() ? List.copyOf(current) : longest;
        }
        return longest;
    }

    private static boolean isTempo(Minute minute, double threshold) {
        double speed = minute.gradeAdjustedSpeedMetresPerSecond();
        return minute.movingShare() >= GOOD_SHARE
                && Math.abs(minute.gradePercent()) <= MOST_GRADE_PERCENT
                && speed >= SLOWEST * threshold
                && speed <= FASTEST * threshold;
    }

    private static boolean isEven(List<Minute> current, Minute next) {
        if (current.isEmpty()) {
            return true;
        }
        double mean = meanSpeed(current);
        return Math.abs(next.gradeAdjustedSpeedMetresPerSecond() - mean) <= 2 * MOST_VARIATION * mean;
    }

    private static boolean heartAgrees(List<Minute> segment, Physiology body) {
        OptionalDouble bpm = segment.stream()
                .flatMapToDouble(minute -> minute.heartRateBpm().stream())
                .average();
        return bpm.isPresent()
                ? bpm.getAsDouble() >= LEAST_SHARE_OF_THRESHOLD_BPM * body.thresholdBpm()
                : body.thresholdSpeedStated();
    }

    private static double meanSpeed(List<Minute> minutes) {
        return minutes.stream()
                .mapToDouble(Minute::gradeAdjustedSpeedMetresPerSecond)
                .average()
                .orElseThrow();
    }
}
