package freshlegs.streams.signal;

import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.load.Physiology;
import freshlegs.streams.load.Sum;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The longest even stretch near threshold of a run without repeats: 8 to 45 minutes at 90 to 110 % of threshold speed (a tired
 * runner's tempo is slow), varying by less than 5 % from minute to minute and 8 % within one. The heart must agree (92 % of threshold heart rate at least,
 * 95 % where the threshold speed is only guessed, since easy running may come near such a guess); without a heart rate only a
 * stated threshold speed is believed.
 */
final class TempoSegment {
    private static final int LEAST_MINUTES = 8;
    private static final int MOST_MINUTES = 45;
    private static final double SLOWEST = 0.90;
    private static final double FASTEST = 1.10;
    private static final double MOST_VARIATION = 0.05;
    private static final double MOST_VARIATION_WITHIN_PERCENT = 8;
    private static final double LEAST_SHARE_OF_THRESHOLD_BPM = 0.92;
    private static final double LEAST_SHARE_BESIDE_A_GUESS = 0.95;
    private static final double MOST_GRADE_PERCENT = 3;
    private static final double GOOD_SHARE = 0.9;

    private final Minutes minutes;
    private final Physiology body;
    private final double slowest;
    private final double fastest;

    private TempoSegment(Minutes minutes, Physiology body, double threshold) {
        this.minutes = minutes;
        this.body = body;
        this.slowest = SLOWEST * threshold;
        this.fastest = FASTEST * threshold;
    }

    static Optional<Repeat> in(Session session, Physiology body) {
        OptionalDouble threshold = body.thresholdMetresPerSecond();
        return threshold.isPresent()
                ? new TempoSegment(session.minutes(), body, threshold.getAsDouble()).find()
                : Optional.empty();
    }

    private Optional<Repeat> find() {
        int rows = minutes.startSecond().size();
        int longest = 0;
        int length = 0;
        int start = 0;
        while (start < rows) {
            int end = extend(start);
            if (end - start > length) {
                longest = start;
                length = end - start;
            }
            start = Math.max(end, start + 1);
        }
        return length >= LEAST_MINUTES && length <= MOST_MINUTES && heartAgrees(longest, length)
                ? Optional.of(tempo(longest, length))
                : Optional.empty();
    }

    /** The end (exclusive) of the even stretch that begins at {@code start}. */
    private int extend(int start) {
        Sum speeds = new Sum();
        int end = start;
        while (end < minutes.startSecond().size() && isTempo(end) && (end == start || follows(start, end, speeds))) {
            speeds.add(speed(end));
            end++;
        }
        return end;
    }

    private boolean isTempo(int row) {
        double speed = speed(row);
        return speed >= slowest
                && speed <= fastest
                && minutes.speedVariationPermille().at(row) / 10.0 <= MOST_VARIATION_WITHIN_PERCENT
                && minutes.movingPercent().at(row) / 100.0 >= GOOD_SHARE
                && Math.abs(minutes.gradePermille().at(row) / 10.0) <= MOST_GRADE_PERCENT;
    }

    /** Whether the row comes a minute after the one before and is as fast as those from {@code start} on. */
    private boolean follows(int start, int row, Sum speeds) {
        double mean = speeds.value() / (row - start);
        return minutes.startSecond().at(row) - minutes.startSecond().at(row - 1) == 60
                && Math.abs(speed(row) - mean) <= 2 * MOST_VARIATION * mean;
    }

    private boolean heartAgrees(int start, int length) {
        Sum bpm = new Sum();
        int known = 0;
        for (int row = start; row < start + length; row++) {
            if (minutes.heartRateTenthBpm().has(row)) {
                bpm.add(minutes.heartRateTenthBpm().at(row) / 10.0);
                known++;
            }
        }
        double least = body.thresholdSpeedStated() ? LEAST_SHARE_OF_THRESHOLD_BPM : LEAST_SHARE_BESIDE_A_GUESS;
        return known > 0 ? bpm.value() / known >= least * body.thresholdBpm() : body.thresholdSpeedStated();
    }

    private Repeat tempo(int start, int length) {
        Sum speeds = new Sum();
        for (int row = start; row < start + length; row++) {
            speeds.add(speed(row));
        }
        double seconds = 60.0 * length;
        double metres = speeds.value() / length * seconds;
        return new Repeat(minutes.startSecond().at(start), seconds, metres, 0, OptionalDouble.empty());
    }

    private double speed(int row) {
        return minutes.gradeAdjustedSpeedMillimetresPerSecond().at(row) / 1000.0;
    }
}
