package freshlegs.streams.session;

import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Repeat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Repeats as the laps of a workout state them: at least two active laps that alternate with rest or recovery. Laps closed by
 * distance or by a timer of the watch's own are left out beforehand, warm-up and cool-down never count, and when the watch tells
 * interval laps from other active ones only those do. A last lap of less than half the shortest other one, with nothing after
 * it, is the end of the recording and no repeat.
 */
final class LapRepeats {
    private static final int LEAST_REPEATS = 2;
    private static final double SHORTEST_SECONDS = 5;

    private LapRepeats() {}

    static List<Repeat> in(List<Lap> all, Track track) {
        List<Lap> laps = all.stream().filter(lap -> !lap.autoLap()).toList();
        Intensity sought = hasBesideRest(laps, Intensity.INTERVAL) ? Intensity.INTERVAL : Intensity.ACTIVE;
        List<Repeat> repeats = new ArrayList<>();
        for (int i = 0; i < laps.size(); i++) {
            if (laps.get(i).intensity() == sought && isBesideRest(laps, i)) {
                repeat(laps, i, sought, track).ifPresent(repeats::add);
            }
        }
        dropUnfinished(repeats, laps);
        return repeats.size() < LEAST_REPEATS ? List.of() : repeats;
    }

    private static boolean hasBesideRest(List<Lap> laps, Intensity intensity) {
        for (int i = 0; i < laps.size(); i++) {
            if (laps.get(i).intensity() == intensity && isBesideRest(laps, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBesideRest(List<Lap> laps, int i) {
        return (i > 0 && isRest(laps.get(i - 1))) || (i + 1 < laps.size() && isRest(laps.get(i + 1)));
    }

    private static boolean isRest(Lap lap) {
        return lap.intensity() == Intensity.REST || lap.intensity() == Intensity.RECOVERY;
    }

    private static Optional<Repeat> repeat(List<Lap> laps, int i, Intensity sought, Track track) {
        Lap lap = laps.get(i);
        double end = lap.startOffsetSeconds() + lap.timerSeconds();
        int from = track.timeline().cellAt(lap.startOffsetSeconds());
        int to = Math.max(from, track.timeline().cellAt(end));
        double metres = lap.distanceMetres().orElse(from < to ? track.motion().metres(from, to) : 0);
        if (lap.timerSeconds() < SHORTEST_SECONDS || !(metres > 0)) {
            return Optional.empty();
        }
        OptionalDouble measured = track.heartRate().mean(from, to);
        OptionalDouble bpm = measured.isPresent() || lap.meanHeartRateBpm().isEmpty()
                ? measured
                : OptionalDouble.of(lap.meanHeartRateBpm().getAsInt());
        return Optional.of(
                new Repeat(lap.startOffsetSeconds(), lap.timerSeconds(), metres, recovery(laps, i, end, sought), bpm));
    }

    /** Until the next repeat begins, pauses included; after the last one, the rest that the laps name. */
    private static double recovery(List<Lap> laps, int i, double end, Intensity sought) {
        double rest = 0;
        for (Lap lap : laps.subList(i + 1, laps.size())) {
            if (lap.intensity() == sought) {
                return Math.max(0, lap.startOffsetSeconds() - end);
            }
            if (!isRest(lap)) {
                return rest;
            }
            rest += lap.timerSeconds();
        }
        return rest;
    }

    private static void dropUnfinished(List<Repeat> repeats, List<Lap> laps) {
        if (repeats.size() < LEAST_REPEATS) {
            return;
        }
        Repeat last = repeats.get(repeats.size() - 1);
        boolean nothingAfter = laps.get(laps.size() - 1).startOffsetSeconds() <= last.startSecond();
        double shortest = repeats.subList(0, repeats.size() - 1).stream()
                .mapToDouble(Repeat::durationSeconds)
                .min()
                .orElseThrow();
        if (nothingAfter && last.durationSeconds() < shortest / 2) {
            repeats.remove(repeats.size() - 1);
        }
    }
}
