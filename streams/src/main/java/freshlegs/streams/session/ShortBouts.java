package freshlegs.streams.session;

import freshlegs.model.Rounding;
import freshlegs.model.fact.SessionDetail.ShortBout;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stretches of {@value #SHORTEST_SECONDS} to {@value #LONGEST_SECONDS} s a quarter faster than the session's median speed: strides,
 * if they are as fast as the athlete's repetition pace, which a session does not know.
 */
final class ShortBouts {
    static final int SHORTEST_SECONDS = 10;
    static final int LONGEST_SECONDS = 30;
    static final int MOST = 12;
    private static final int SMOOTHING_SECONDS = 5;
    private static final double FASTER = 1.25;
    private static final double LEAVING = 1.15;

    private ShortBouts() {}

    static List<ShortBout> in(Track track) {
        Timeline timeline = track.timeline();
        Series moving = track.movingGradeAdjusted();
        double[] speeds = IntStream.range(0, moving.size())
                .filter(moving::has)
                .mapToDouble(moving::at)
                .toArray();
        double usual = Smoothing.median(speeds, speeds.length);
        Series speed = Smoothing.mean(timeline, track.gradeAdjusted(), SMOOTHING_SECONDS);
        return new Hysteresis(LEAVING * usual, FASTER * usual)
                .bouts(timeline, speed).stream()
                        .map(bout -> Edges.atHeight((usual + mean(track, bout)) / 2, bout, track))
                        .filter(bout ->
                                bout.seconds(timeline) >= SHORTEST_SECONDS && bout.seconds(timeline) <= LONGEST_SECONDS)
                        .limit(MOST)
                        .map(bout -> new ShortBout(
                                timeline.second(bout.from()),
                                bout.seconds(timeline),
                                Rounding.to(2, mean(track, bout))))
                        .toList();
    }

    private static double mean(Track track, Bout bout) {
        return track.gradeAdjusted().mean(bout.from(), bout.to()).orElse(0);
    }
}
