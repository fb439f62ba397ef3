package freshlegs.streams.session;

import freshlegs.model.fact.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Repeats read from the speed alone, for sessions without structured laps. Grade-adjusted speed (median of 5 s, mean of 9 s) is
 * split by Otsu into slow and fast; a hysteresis of +-6 % around the split finds the bouts; their edges move back to where the
 * five-second speed crosses half height. At least three bouts of 15 s with 15 s between them, the fast ones at least 15 % faster
 * than what lies between, recoveries of a fifteenth to fifteen times the bouts, speeds that really fall into two classes, and
 * bouts that look planned, so that stops at traffic lights, drinks and walks uphill do not make a run a session. Standing
 * recoveries need some slower running (a warm-up) for the split to be seen.
 */
final class StreamRepeats {
    private static final int SMOOTHING_SECONDS = 9;
    private static final double BAND = 0.06;
    private static final double LEAST_SEPARATION = 0.15;
    private static final double LEAST_CLARITY = 0.7;
    private static final int LEAST_BOUTS = 3;
    private static final int SHORTEST_SECONDS = 15;
    private static final int LARGEST_RATIO = 15;

    private StreamRepeats() {}

    static List<Repeat> in(Track track) {
        Timeline timeline = track.timeline();
        Series speed = Smoothing.mean(timeline, track.gradeAdjusted(), SMOOTHING_SECONDS);
        OtsuSplit split = OtsuSplit.of(speed.where(track.motion()::isMoving));
        if (split.separation() < LEAST_SEPARATION || split.clarity() < LEAST_CLARITY) {
            return List.of();
        }
        double middle = split.metresPerSecond();
        double halfHeight = (split.slowMean() + split.fastMean()) / 2;
        List<Bout> found = new Hysteresis(middle * (1 - BAND), middle * (1 + BAND)).bouts(timeline, speed);
        List<Bout> bouts = found.stream()
                .map(bout -> Edges.atHeight(halfHeight, bout, track))
                .toList();
        List<Bout> repeats = joined(bouts, timeline).stream()
                .filter(bout -> bout.seconds(timeline) >= SHORTEST_SECONDS)
                .toList();
        if (repeats.size() < LEAST_BOUTS || !isSession(repeats, track)) {
            return List.of();
        }
        return Snapping.toStandardDistances(measured(repeats, track));
    }

    /** Bouts with less than a real recovery between them are one. */
    private static List<Bout> joined(List<Bout> bouts, Timeline timeline) {
        List<Bout> joined = new ArrayList<>();
        for (Bout bout : bouts) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).secondsUntil(bout, timeline) < SHORTEST_SECONDS) {
                joined.set(last, new Bout(joined.get(last).from(), bout.to()));
            } else {
                joined.add(bout);
            }
        }
        return joined;
    }

    private static boolean isSession(List<Bout> repeats, Track track) {
        Timeline timeline = track.timeline();
        double workMetres = 0;
        double workSeconds = 0;
        double restMetres = 0;
        double restSeconds = 0;
        for (int i = 0; i < repeats.size(); i++) {
            workMetres += metres(track, repeats.get(i).from(), repeats.get(i).to());
            workSeconds += repeats.get(i).seconds(timeline);
            if (i > 0) {
                restMetres +=
                        metres(track, repeats.get(i - 1).to(), repeats.get(i).from());
                restSeconds += repeats.get(i - 1).secondsUntil(repeats.get(i), timeline);
            }
        }
        boolean faster = workMetres / workSeconds >= (1 + LEAST_SEPARATION) * restMetres / restSeconds;
        double meanWork = workSeconds / repeats.size();
        double meanRest = restSeconds / (repeats.size() - 1);
        boolean balanced = meanRest * LARGEST_RATIO >= meanWork && meanWork * LARGEST_RATIO >= meanRest;
        return faster && balanced && Regularity.isPlanned(repeats, timeline);
    }

    /** Level metres: the sum of the grade-adjusted speed. */
    private static double metres(Track track, int from, int to) {
        return IntStream.range(from, to)
                .mapToDouble(cell -> track.gradeAdjusted().at(cell, 0))
                .sum();
    }

    private static List<Repeat> measured(List<Bout> bouts, Track track) {
        Timeline timeline = track.timeline();
        List<Repeat> repeats = new ArrayList<>();
        for (int i = 0; i < bouts.size(); i++) {
            Bout bout = bouts.get(i);
            double recovery = i + 1 < bouts.size()
                    ? bout.secondsUntil(bouts.get(i + 1), timeline)
                    : timeline.second(timeline.size() - 1) - timeline.second(bout.to() - 1);
            repeats.add(new Repeat(
                    timeline.second(bout.from()),
                    bout.seconds(timeline),
                    track.motion().metres(bout.from(), bout.to()),
                    recovery,
                    track.heartRate().mean(bout.from(), bout.to())));
        }
        return repeats;
    }
}
