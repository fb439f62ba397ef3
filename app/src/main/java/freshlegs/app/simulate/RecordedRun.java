package freshlegs.app.simulate;

import freshlegs.app.labelled.Course;
import freshlegs.app.labelled.HardPart;
import freshlegs.app.labelled.Person;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.labelled.RunRow.Window;
import freshlegs.ingest.fit.WrittenActivity;
import freshlegs.ingest.fit.WrittenDevice;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Lap.Intensity;
import freshlegs.model.fact.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A labelled squad's row of a run as a watch would have recorded it, second by second, so that the analysis of the recording finds
 * the row again. In a steady minute speed is constant and the watch shows the whole beats below and above the row's heart rate for as
 * long as makes its mean; before and after, such heart rates go on in equal shares while the speed changes by a tenth every six
 * seconds, which no steady stretch does. Hard parts are laps of a workout at one speed, everything else is even.
 */
final class RecordedRun {

    private final RunRow row;
    private final Course course;
    private final int seconds;
    private final int steadySeconds;

    private RecordedRun(RunRow row) {
        this.row = row;
        this.course = Course.of(row);
        this.steadySeconds = course.steadySeconds();
        this.seconds = Math.max(
                (int) Math.round(row.durationSeconds()),
                steadySeconds > 0 ? HardPart.WARM_UP_SECONDS + steadySeconds : 1);
    }

    static WrittenActivity of(Person person, RunRow row, WrittenDevice device) {
        RecordedRun run = new RecordedRun(row);
        var start = row.start().atZone(person.zone());
        return new WrittenActivity(
                device,
                start.toInstant(),
                start.getOffset().getTotalSeconds(),
                row.kind() == RunRow.Kind.OTHER ? Sport.OTHER : Sport.RUNNING,
                run.seconds,
                row.distanceMetres(),
                run.laps(),
                List.of(),
                run.samples(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    private Samples samples() {
        int[] at = new int[seconds];
        int[] beats = heartRate();
        int[] speed = new int[seconds];
        int[] distance = new int[seconds];
        int[] celsius = new int[seconds];
        double metres = 0;
        for (int second = 0; second < seconds; second++) {
            double now = course.speed(second);
            at[second] = second;
            speed[second] = (int) Math.round(1000 * now);
            distance[second] = (int) Math.round(100 * metres);
            celsius[second] = row.temperatureC().isPresent()
                    ? (int) Math.round(row.temperatureC().getAsDouble())
                    : Column.MISSING;
            metres += now;
        }
        Column none = Column.missing(seconds);
        return new Samples(
                Column.of(at),
                beats.length > 0 ? Column.of(beats) : none,
                Column.of(speed),
                Column.of(distance),
                none,
                none,
                none,
                row.temperatureC().isPresent() ? Column.of(celsius) : none,
                none,
                none);
    }

    /** Nothing for a run of which no steady minute is known. */
    private int[] heartRate() {
        List<Window> windows = row.windows();
        if (windows.isEmpty()) {
            return new int[0];
        }
        int[] beats = new int[seconds];
        int[] aside = new int[seconds - steadySeconds];
        for (int i = 0; i < windows.size(); i++) {
            double bpm = windows.get(i).heartRate();
            int from = HardPart.WARM_UP_SECONDS + i * HardPart.WINDOW_SECONDS;
            fill(beats, from, from + HardPart.WINDOW_SECONDS, bpm);
            fill(aside, share(aside, i), share(aside, i + 1), bpm);
        }
        int before = HardPart.WARM_UP_SECONDS;
        System.arraycopy(aside, 0, beats, 0, before);
        System.arraycopy(aside, before, beats, before + steadySeconds, aside.length - before);
        return beats;
    }

    private int share(int[] aside, int window) {
        return (int) ((long) aside.length * window / row.windows().size());
    }

    /** The whole beats below the heart rate, then those above it, for as long as makes its mean. */
    private static void fill(int[] beats, int from, int to, double bpm) {
        int below = (int) Math.floor(bpm);
        int above = (int) Math.round((bpm - below) * (to - from));
        Arrays.fill(beats, from, to, below);
        Arrays.fill(beats, to - above, to, below + 1);
    }

    private List<Lap> laps() {
        if (course.hard().isEmpty()) {
            return List.of(lap(0, seconds, row.distanceMetres(), Intensity.ACTIVE, true));
        }
        HardPart part = course.hard().orElseThrow();
        double easy = course.otherSpeed();
        List<Lap> laps = new ArrayList<>();
        if (part.startSecond() > 0) {
            laps.add(lap(0, part.startSecond(), easy * part.startSecond(), Intensity.WARMUP, false));
        }
        for (int bout = 0; bout < part.bouts(); bout++) {
            laps.add(lap(part.start(bout), part.boutSeconds(), part.boutMetres(), Intensity.INTERVAL, false));
            if (bout + 1 < part.bouts()) {
                double rest = part.start(bout + 1) - part.end(bout);
                laps.add(lap(part.end(bout), rest, easy * rest, Intensity.RECOVERY, false));
            }
        }
        double end = part.end(part.bouts() - 1);
        if (end < seconds) {
            laps.add(lap(end, seconds - end, easy * (seconds - end), Intensity.COOLDOWN, false));
        }
        return laps;
    }

    private static Lap lap(double start, double seconds, double metres, Intensity intensity, boolean auto) {
        return new Lap(start, seconds, OptionalDouble.of(metres), OptionalInt.empty(), intensity, auto);
    }
}
