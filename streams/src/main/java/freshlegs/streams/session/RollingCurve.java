package freshlegs.streams.session;

import freshlegs.model.fact.Column;
import freshlegs.model.fact.SessionDetail.Rolling;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The rolling means over 30 s of heart rate and grade-adjusted speed, thinned to at most {@value #MOST_POINTS} points for
 * drawing; those over 5 and 20 min follow from the minutes closely enough. A mean knows at least half of its seconds.
 */
final class RollingCurve {
    static final int SECONDS = 30;
    static final int MOST_POINTS = 60;

    private RollingCurve() {}

    static Rolling of(Track track) {
        Timeline timeline = track.timeline();
        int length = timeline.size() == 0 ? 0 : timeline.second(timeline.size() - 1) + 1;
        int windows = (length + SECONDS - 1) / SECONDS;
        int every = Math.max(1, (windows + MOST_POINTS - 1) / MOST_POINTS);
        int points = (windows + every - 1) / every;
        int step = every * SECONDS;
        return new Rolling(
                step,
                column(points, point -> mean(timeline, track.heartRate(), point * step), 1),
                column(points, point -> mean(timeline, track.gradeAdjusted(), point * step), 100));
    }

    private static OptionalDouble mean(Timeline timeline, Series series, int second) {
        int from = timeline.cellAt(second);
        int to = timeline.cellAt(second + SECONDS);
        int known = (int) IntStream.range(from, to).filter(series::has).count();
        return 2 * known >= SECONDS ? series.mean(from, to) : OptionalDouble.empty();
    }

    private static Column column(int size, IntFunction<OptionalDouble> quantity, int unit) {
        return Column.of(IntStream.range(0, size)
                .mapToObj(quantity)
                .mapToInt(mean -> mean.isPresent() ? (int) Math.round(mean.getAsDouble() * unit) : Column.MISSING)
                .toArray());
    }
}
