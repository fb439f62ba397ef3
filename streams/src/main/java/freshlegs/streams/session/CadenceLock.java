package freshlegs.streams.session;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Wrist optics that count steps instead of heart beats: over 120 s the median of |heart rate - steps a minute| is at most 3 and
 * the interquartile range of the difference at most 4. A hard run can look the same (chest straps have been seen to agree for 13
 * minutes at a stretch in a marathon), so agreement alone rejects nothing. The published test (slower than threshold pace, above
 * 90 % of the maximal heart rate) needs the athlete's profile, which a session does not know; in its place either of two signs
 * within the session itself is asked for: at the same grade-adjusted speed (+-7 %), outside the agreement and after the first two
 * minutes, the heart rate is at least 15 bpm lower; or the agreement lasts for half an hour without a break.
 */
final class CadenceLock {
    static final int WINDOW_SECONDS = 120;
    private static final int STEP_SECONDS = 10;
    private static final double LARGEST_MEDIAN = 3;
    private static final double LARGEST_SPREAD = 4;
    private static final double LEAST_KNOWN_SHARE = 0.9;
    private static final double LOWEST_RUNNING_CADENCE = 120;
    private static final double SAME_SPEED = 0.07;
    private static final double TELLING_DIFFERENCE_BPM = 15;
    private static final int WARM_UP_SECONDS = 120;
    private static final int LEAST_EVIDENCE_SECONDS = 60;
    private static final int TOO_LONG_FOR_CHANCE_SECONDS = 1800;

    private CadenceLock() {}

    static BitSet in(Timeline timeline, Series bpm, Series stepsPerMinute, Series gradeAdjusted) {
        BitSet agreeing = agreement(timeline, bpm, stepsPerMinute);
        BitSet locked = new BitSet();
        for (int first = agreeing.nextSetBit(0); first >= 0; ) {
            int end = agreeing.nextClearBit(first);
            boolean tooLong = end - first >= TOO_LONG_FOR_CHANCE_SECONDS;
            if (tooLong || isHigherThanElsewhere(timeline, bpm, gradeAdjusted, agreeing, first, end)) {
                locked.set(first, end);
            }
            first = agreeing.nextSetBit(end);
        }
        return locked;
    }

    private static BitSet agreement(Timeline timeline, Series bpm, Series stepsPerMinute) {
        BitSet agreeing = new BitSet();
        double[] differences = new double[WINDOW_SECONDS];
        for (int first = 0; first + WINDOW_SECONDS <= bpm.size(); first += STEP_SECONDS) {
            int end = first + WINDOW_SECONDS;
            int known = 0;
            for (int cell = first; cell < end; cell++) {
                if (bpm.has(cell) && stepsPerMinute.at(cell, 0) >= LOWEST_RUNNING_CADENCE) {
                    differences[known++] = bpm.at(cell) - stepsPerMinute.at(cell);
                }
            }
            boolean whole = timeline.pieceEnd(first) >= end && known >= WINDOW_SECONDS * LEAST_KNOWN_SHARE;
            if (whole && agrees(Arrays.copyOf(differences, known))) {
                agreeing.set(first, end);
            }
        }
        return agreeing;
    }

    private static boolean agrees(double[] differences) {
        Arrays.sort(differences);
        double spread = differences[differences.length * 3 / 4] - differences[differences.length / 4];
        double[] sizes = Arrays.stream(differences).map(Math::abs).toArray();
        return spread <= LARGEST_SPREAD && Smoothing.median(sizes, sizes.length) <= LARGEST_MEDIAN;
    }

    private static boolean isHigherThanElsewhere(
            Timeline timeline, Series bpm, Series speed, BitSet agreeing, int first, int end) {
        double here = bpm.mean(first, end).orElse(Series.MISSING);
        double pace = speed.mean(first, end).orElse(Series.MISSING);
        Series elsewhere = bpm.where(cell -> !agreeing.get(cell)
                && timeline.second(cell) >= WARM_UP_SECONDS
                && Math.abs(speed.at(cell) / pace - 1) <= SAME_SPEED);
        return elsewhere.known() >= LEAST_EVIDENCE_SECONDS
                && elsewhere.mean().orElseThrow() <= here - TELLING_DIFFERENCE_BPM;
    }
}
