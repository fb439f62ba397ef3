package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.SessionDetail.EvenStretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The longest stretches of at least eight minutes (less ten seconds, which smoothing may cost at the edges) at one grade-adjusted
 * pace: no mean over 30 s is more than {@value #RANGE} times another, and the speed (mean of 9 s) varies by less than 5 % of its
 * mean, on grades up to 10 %. A tempo, if that pace is near the athlete's threshold, which a session does not know.
 */
final class EvenStretches {
    static final int SHORTEST_SECONDS = 470;
    static final int MOST = 5;
    private static final double RANGE = 1.16;
    private static final double EDGE = 0.10;
    private static final double LARGEST_VARIATION = 0.05;
    private static final double STEEPEST_PERCENT = 10;
    private static final int PACE_SECONDS = 31;
    private static final int SMOOTHING_SECONDS = 9;

    private final Track track;
    private final Timeline timeline;
    private final Series pace;
    private final Series smooth;
    private final List<EvenStretch> found = new ArrayList<>();

    private EvenStretches(Track track) {
        this.track = track;
        this.timeline = track.timeline();
        Series level = track.gradeAdjusted()
                .where(cell ->
                        track.motion().isMoving(cell) && Math.abs(track.grade().at(cell, 0)) <= STEEPEST_PERCENT);
        this.pace = Smoothing.mean(timeline, level, PACE_SECONDS);
        this.smooth = Smoothing.mean(timeline, level, SMOOTHING_SECONDS);
    }

    static List<EvenStretch> in(Track track) {
        EvenStretches stretches = new EvenStretches(track);
        stretches.search(0, track.size());
        return stretches.found.stream()
                .sorted(Comparator.comparingInt(EvenStretch::seconds).reversed())
                .limit(MOST)
                .sorted(Comparator.comparingInt(EvenStretch::startSecond))
                .toList();
    }

    /** The longest one first, then what lies before and behind it. */
    private void search(int from, int to) {
        Bout longest = longest(from, to);
        if (longest.to() - longest.from() < SHORTEST_SECONDS - PACE_SECONDS) {
            return;
        }
        Bout whole = extended(longest, from, to);
        if (whole.seconds(timeline) >= SHORTEST_SECONDS
                && smooth.variation(whole.from(), whole.to()).orElse(1) < LARGEST_VARIATION) {
            found.add(stretch(whole));
        }
        search(from, whole.from());
        search(whole.to(), to);
    }

    /** Two pointers; the extremes of the window are kept in rising and falling order. */
    private Bout longest(int from, int to) {
        Extremes lowest = new Extremes(pace, to - from, 1);
        Extremes highest = new Extremes(pace, to - from, -1);
        Bout best = new Bout(from, from);
        int start = from;
        for (int cell = from; cell < to; cell++) {
            boolean breaks = !pace.has(cell) || cell == timeline.pieceFirst(cell);
            if (breaks) {
                start = pace.has(cell) ? cell : cell + 1;
                lowest.clear();
                highest.clear();
            }
            if (!pace.has(cell)) {
                continue;
            }
            lowest.add(cell);
            highest.add(cell);
            while (highest.first() > RANGE * lowest.first()) {
                start++;
                lowest.dropBefore(start);
                highest.dropBefore(start);
            }
            if (cell + 1 - start > best.to() - best.from()) {
                best = new Bout(start, cell + 1);
            }
        }
        return best;
    }

    /** The means over 30 s blur the edges: second by second it goes on while the speed stays within a tenth of the mean. */
    private Bout extended(Bout bout, int first, int end) {
        double mean = track.gradeAdjusted().mean(bout.from(), bout.to()).orElseThrow();
        int from = bout.from();
        while (from > Math.max(first, timeline.pieceFirst(bout.from())) && isNear(from - 1, mean)) {
            from--;
        }
        int to = bout.to();
        while (to < Math.min(end, timeline.pieceEnd(bout.to() - 1)) && isNear(to, mean)) {
            to++;
        }
        return new Bout(from, to);
    }

    private boolean isNear(int cell, double mean) {
        return Math.abs(track.gradeAdjusted().at(cell, 0) / mean - 1) <= EDGE;
    }

    private EvenStretch stretch(Bout bout) {
        return new EvenStretch(
                timeline.second(bout.from()),
                bout.seconds(timeline),
                Rounding.to(
                        3, track.gradeAdjusted().mean(bout.from(), bout.to()).orElseThrow()),
                Rounding.to(1, 100 * smooth.variation(bout.from(), bout.to()).orElse(0)),
                Rounding.to(1, track.heartRate().mean(bout.from(), bout.to())));
    }
}
