package freshlegs.streams.session;

import freshlegs.model.fact.HeartRateSource;
import java.util.BitSet;

/**
 * The heart rate that can be believed: 30 to 230 bpm, gaps up to five seconds bridged, a median of five seconds, no leaps, no
 * flat lines, no cadence taken for pulse. What is rejected is missing, never replaced.
 */
final class HeartRateCleaning {
    static final int LOWEST_BPM = 30;
    static final int HIGHEST_BPM = 230;
    private static final int DESPIKING_SECONDS = 5;
    private static final double FASTEST_CHANGE_BPM_PER_SECOND = 15;
    private static final int SHORTEST_ISLAND_SECONDS = 30;

    private HeartRateCleaning() {}

    /** The heart rate itself, not a number when it is outside 30 to 230 bpm. */
    static double valid(double bpm) {
        return bpm >= LOWEST_BPM && bpm <= HIGHEST_BPM ? bpm : Series.MISSING;
    }

    static Series clean(Series bpm, Series cadence, Motion motion, Series gradeAdjusted, HeartRateSource source) {
        Timeline timeline = motion.timeline();
        BitSet flat = FlatLine.in(bpm, motion);
        Series smooth = Smoothing.median(timeline, bpm, DESPIKING_SECONDS).where(cell -> !flat.get(cell));
        Series steady = withoutLeaps(timeline, smooth);
        if (source != HeartRateSource.WRIST) {
            return steady;
        }
        BitSet locked = CadenceLock.in(timeline, steady, cadence, gradeAdjusted);
        return steady.where(cell -> !locked.get(cell));
    }

    /**
     * Where the heart rate changes by more than 15 bpm in a second both sides are rejected, and with them what lies between two
     * such leaps less than 30 s apart.
     */
    static Series withoutLeaps(Timeline timeline, Series bpm) {
        BitSet rejected = new BitSet();
        int last = -1;
        int leap = -1;
        for (int cell = 0; cell < bpm.size(); cell++) {
            if (!bpm.has(cell)) {
                continue;
            }
            if (last >= 0 && isLeap(timeline, bpm, last, cell)) {
                boolean island = leap >= 0 && timeline.second(cell) - timeline.second(leap) < SHORTEST_ISLAND_SECONDS;
                rejected.set(island ? leap : last, cell + 1);
                leap = cell;
            }
            last = cell;
        }
        return bpm.where(cell -> !rejected.get(cell));
    }

    private static boolean isLeap(Timeline timeline, Series bpm, int before, int after) {
        int seconds = timeline.second(after) - timeline.second(before);
        return Math.abs(bpm.at(after) - bpm.at(before)) > FASTEST_CHANGE_BPM_PER_SECOND * seconds;
    }
}
