package freshlegs.streams.session;

import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Consecutive laps that make one repeat: {@code first} inclusive, {@code end} exclusive. */
record LapBout(int first, int end) {
    static List<LapBout> where(List<Lap> laps, IntPredicate belongs) {
        List<LapBout> bouts = new ArrayList<>();
        for (int first = 0; first < laps.size(); first++) {
            int end = first;
            while (end < laps.size() && belongs.test(end)) {
                end++;
            }
            if (end > first) {
                bouts.add(new LapBout(first, end));
                first = end;
            }
        }
        return bouts;
    }

    /**
     * A last bout of less than half the shortest other one, with no lap after it, is the end of the recording and no repeat.
     */
    static List<LapBout> withoutUnfinished(List<LapBout> bouts, List<Lap> laps) {
        if (bouts.size() < 2) {
            return bouts;
        }
        List<LapBout> others = bouts.subList(0, bouts.size() - 1);
        LapBout last = bouts.get(bouts.size() - 1);
        double shortest =
                others.stream().mapToDouble(bout -> bout.seconds(laps)).min().orElseThrow();
        return last.end == laps.size() && last.seconds(laps) < shortest / 2 ? others : bouts;
    }

    static List<Repeat> repeats(List<LapBout> bouts, List<Lap> laps, Track track) {
        List<Repeat> repeats = new ArrayList<>();
        for (int i = 0; i < bouts.size(); i++) {
            LapBout bout = bouts.get(i);
            double recovery = i + 1 < bouts.size()
                    ? bouts.get(i + 1).startSecond(laps) - bout.endSecond(laps)
                    : bout.restAfter(laps);
            repeats.add(new Repeat(
                    bout.startSecond(laps),
                    bout.seconds(laps),
                    bout.metres(laps, track),
                    Math.max(0, recovery),
                    bout.meanHeartRate(laps, track)));
        }
        return repeats;
    }

    double seconds(List<Lap> laps) {
        return laps.subList(first, end).stream().mapToDouble(Lap::timerSeconds).sum();
    }

    /** The watch's lap distances, or what the samples say where it gives none. */
    double metres(List<Lap> laps, Track track) {
        return laps.subList(first, end).stream()
                .mapToDouble(lap -> lap.distanceMetres().orElseGet(() -> measured(lap, track)))
                .sum();
    }

    double metresPerSecond(List<Lap> laps, Track track) {
        return metres(laps, track) / seconds(laps);
    }

    private static double measured(Lap lap, Track track) {
        int from = track.timeline().cellAt(lap.startOffsetSeconds());
        int to = track.timeline().cellAt(endSecond(lap));
        return from < to ? track.motion().metres(from, to) : 0;
    }

    private double startSecond(List<Lap> laps) {
        return laps.get(first).startOffsetSeconds();
    }

    private double endSecond(List<Lap> laps) {
        return endSecond(laps.get(end - 1));
    }

    private static double endSecond(Lap lap) {
        return lap.startOffsetSeconds() + lap.timerSeconds();
    }

    /** Only what the watch itself calls rest; a slow lap at the end may as well be the way home. */
    private double restAfter(List<Lap> laps) {
        return LapRepeats.isRest(laps, end) ? laps.get(end).timerSeconds() : 0;
    }

    private OptionalDouble meanHeartRate(List<Lap> laps, Track track) {
        int from = track.timeline().cellAt(startSecond(laps));
        int to = track.timeline().cellAt(endSecond(laps));
        OptionalDouble measured = track.heartRate().mean(from, Math.max(from, to));
        OptionalInt told = laps.get(first).meanHeartRateBpm();
        return measured.isPresent() || told.isEmpty() ? measured : OptionalDouble.of(told.getAsInt());
    }
}
