package freshlegs.streams.session;

import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Repeat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Repeats as the laps of a workout state them: at least two active laps that alternate with rest or recovery. Laps closed by
 * distance or by a timer of the watch's own are left out beforehand, warm-up and cool-down never count, and when the watch tells
 * interval laps from other active ones only those do. Many watches call every lap the same; then at least three laps that are
 * each 15 % faster than the laps beside them, and about as fast as each other, are the repeats. Active laps without rest between
 * them are one repeat that the watch cut at a kilometre. A single one counts where a workout has it as its interval, eight minutes
 * long or more, beside a warm-up or cool-down: a tempo.
 */
final class LapRepeats {
    static final double SHORTEST_SECONDS = 5;
    private static final int LEAST_NAMED = 2;
    private static final double LEAST_TEMPO_SECONDS = 480;
    private static final int LEAST_ALTERNATING = 3;
    private static final double FASTER = 1.15;
    private static final double AS_FAST = 0.8;

    private LapRepeats() {}

    static List<Repeat> in(List<Lap> all, Track track) {
        List<Lap> laps = all.stream()
                .filter(lap -> !lap.autoLap() && lap.timerSeconds() >= SHORTEST_SECONDS)
                .toList();
        List<LapBout> named = named(laps, track);
        if (named.size() >= LEAST_NAMED) {
            return LapBout.repeats(named, laps, track);
        }
        List<LapBout> tempo = tempo(laps, track);
        if (!tempo.isEmpty()) {
            return LapBout.repeats(tempo, laps, track);
        }
        List<LapBout> alternating = alternating(laps, track);
        return alternating.size() >= LEAST_ALTERNATING ? LapBout.repeats(alternating, laps, track) : List.of();
    }

    private static List<LapBout> named(List<Lap> laps, Track track) {
        List<LapBout> intervals = besideRest(laps, Intensity.INTERVAL, track);
        return intervals.isEmpty() ? besideRest(laps, Intensity.ACTIVE, track) : intervals;
    }

    private static List<LapBout> besideRest(List<Lap> laps, Intensity intensity, Track track) {
        List<LapBout> bouts = LapBout.where(laps, i -> laps.get(i).intensity() == intensity).stream()
                .filter(bout -> isRest(laps, bout.first() - 1) || isRest(laps, bout.end()))
                .filter(bout -> bout.metres(laps, track) > 0)
                .toList();
        return LapBout.withoutUnfinished(bouts, laps);
    }

    private static List<LapBout> tempo(List<Lap> laps, Track track) {
        List<LapBout> intervals = LapBout.where(laps, i -> laps.get(i).intensity() == Intensity.INTERVAL);
        boolean single = intervals.size() == 1
                && intervals.get(0).seconds(laps) >= LEAST_TEMPO_SECONDS
                && intervals.get(0).metres(laps, track) > 0
                && (isEasy(laps, intervals.get(0).first() - 1)
                        || isEasy(laps, intervals.get(0).end()));
        return single ? intervals : List.of();
    }

    private static boolean isEasy(List<Lap> laps, int i) {
        return i >= 0 && i < laps.size() && laps.get(i).intensity().isEasy();
    }

    static boolean isRest(List<Lap> laps, int i) {
        if (i < 0 || i >= laps.size()) {
            return false;
        }
        Intensity intensity = laps.get(i).intensity();
        return intensity == Intensity.REST || intensity == Intensity.RECOVERY;
    }

    private static List<LapBout> alternating(List<Lap> laps, Track track) {
        double[] speed = IntStream.range(0, laps.size())
                .mapToDouble(i -> new LapBout(i, i + 1).metresPerSecond(laps, track))
                .toArray();
        int[] peaks = IntStream.range(0, speed.length)
                .filter(i -> !laps.get(i).intensity().isEasy() && isFasterThanNeighbours(speed, i))
                .toArray();
        double[] fast = IntStream.of(peaks).mapToDouble(i -> speed[i]).toArray();
        if (fast.length < LEAST_ALTERNATING) {
            return List.of();
        }
        double typical = Smoothing.median(fast, fast.length);
        List<LapBout> bouts = IntStream.of(peaks)
                .filter(i -> speed[i] >= AS_FAST * typical)
                .mapToObj(i -> new LapBout(i, i + 1))
                .toList();
        return LapBout.withoutUnfinished(bouts, laps);
    }

    private static boolean isFasterThanNeighbours(double[] speed, int i) {
        boolean fasterThanBefore = i == 0 || speed[i] >= FASTER * speed[i - 1];
        boolean fasterThanAfter = i + 1 == speed.length || speed[i] >= FASTER * speed[i + 1];
        return speed.length > 1 && speed[i] > 0 && fasterThanBefore && fasterThanAfter;
    }
}
