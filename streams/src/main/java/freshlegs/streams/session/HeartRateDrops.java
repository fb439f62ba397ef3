package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Samples;
import freshlegs.model.fact.SessionDetail.HeartRateDrop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The heart rate at the end of an effort and 60 s later, wherever the athlete stood (below 0.5 m/s) within ten seconds and until
 * the minute was over; at least 50 of the 60 seconds before were moving. Paused seconds count here, if the watch went on
 * recording. The {@value #MOST} that began highest are kept; whether they began high enough (85 % of the maximal heart rate) only
 * a profile can tell.
 */
final class HeartRateDrops {
    static final int MOST = 5;
    private static final int MINUTE = 60;
    private static final int LEAST_MOVING_SECONDS = 50;
    private static final int STANDING_WITHIN_SECONDS = 10;
    private static final int LEAST_STANDING_SECONDS = 45;
    private static final double STANDING_METRES_PER_SECOND = 0.5;
    private static final int DESPIKING_SECONDS = 5;

    private final Track track;
    private final Timeline timeline;
    private final Series heartRate;

    private HeartRateDrops(Track track, Timeline timeline, Series heartRate) {
        this.track = track;
        this.timeline = timeline;
        this.heartRate = heartRate;
    }

    static List<HeartRateDrop> in(Recording recording, Track track) {
        Samples samples = recording.samples();
        Rows rows = Rows.of(samples);
        Timeline all = Timeline.of(rows, List.of());
        Series bpm = Resampling.of(all, rows, row -> HeartRateCleaning.valid(rows.at(samples.heartRateBpm(), row)));
        return new HeartRateDrops(track, all, Smoothing.median(all, bpm, DESPIKING_SECONDS)).found();
    }

    private List<HeartRateDrop> found() {
        List<HeartRateDrop> found = new ArrayList<>();
        Timeline recorded = track.timeline();
        for (int cell = 0; cell < recorded.size(); cell++) {
            int second = recorded.second(cell);
            if (track.motion().isMoving(cell) && !isMoving(second + 1) && isEndOfEffort(second)) {
                drop(second, found);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(HeartRateDrop::bpm)
                        .reversed()
                        .thenComparingInt(HeartRateDrop::startSecond))
                .limit(MOST)
                .sorted(Comparator.comparingInt(HeartRateDrop::startSecond))
                .toList();
    }

    private void drop(int second, List<HeartRateDrop> found) {
        double end = bpmAt(second);
        double later = bpmAt(second + MINUTE);
        if (!Double.isNaN(end) && !Double.isNaN(later)) {
            found.add(new HeartRateDrop(second, Rounding.to(0, end), Rounding.to(0, later)));
        }
    }

    private boolean isEndOfEffort(int second) {
        long moving = IntStream.rangeClosed(second - MINUTE + 1, second)
                .filter(this::isMoving)
                .count();
        boolean stands = IntStream.rangeClosed(second + 1, second + STANDING_WITHIN_SECONDS)
                .anyMatch(this::isStanding);
        long standing = IntStream.rangeClosed(second + STANDING_WITHIN_SECONDS, second + MINUTE)
                .filter(this::isStanding)
                .count();
        return moving >= LEAST_MOVING_SECONDS && stands && standing >= LEAST_STANDING_SECONDS;
    }

    private double bpmAt(int second) {
        int cell = timeline.cellAt(second);
        return cell < timeline.size() && timeline.second(cell) == second ? heartRate.at(cell) : Series.MISSING;
    }

    private boolean isMoving(int second) {
        return speedAt(second) >= Motion.SLOWEST_MOVING_METRES_PER_SECOND;
    }

    private boolean isStanding(int second) {
        return speedAt(second) < STANDING_METRES_PER_SECOND;
    }

    /** Nothing while the timer was paused. */
    private double speedAt(int second) {
        int cell = track.timeline().cellAt(second);
        boolean recorded = cell < track.size() && track.timeline().second(cell) == second;
        return recorded ? track.motion().speed().at(cell, Series.MISSING) : 0;
    }
}
