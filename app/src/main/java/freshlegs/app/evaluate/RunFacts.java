package freshlegs.app.evaluate;

import freshlegs.app.labelled.Course;
import freshlegs.app.labelled.HardPart;
import freshlegs.app.labelled.Person;
import freshlegs.app.labelled.RunRow;
import freshlegs.app.labelled.RunRow.Window;
import freshlegs.model.Rounding;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * One row of a run as the session that its recording would have amounted to. The steady minutes stand from the tenth minute on,
 * the {@link HardPart} of a key session behind them. A run without steady minutes has no valid heart rate, and what is not a run
 * has no pace either.
 */
final class RunFacts {
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final double VARIATION_PERCENT = 2;

    private final RunRow row;
    private final Course course;
    private final List<Repeat> repeats;

    private RunFacts(RunRow row) {
        this.row = row;
        this.course = Course.of(row);
        this.repeats = course.hard().map(RunFacts::repeats).orElse(List.of());
    }

    static Session of(Person person, RunRow row, String device) {
        RunFacts run = new RunFacts(row);
        Instant start = row.start().atZone(person.zone()).toInstant();
        Sport sport = row.kind() == RunRow.Kind.OTHER ? Sport.OTHER : Sport.RUNNING;
        return new Session(
                person.athlete(),
                COMPACT.format(start.atOffset(ZoneOffset.UTC)) + (sport.isRun() ? "-running" : "-other"),
                "1",
                start,
                start,
                row.start().toLocalDate(),
                sport,
                Optional.empty(),
                device,
                HeartRateSource.UNKNOWN,
                Source.NAMELESS_FIT,
                WatchProfile.UNKNOWN,
                1,
                Optional.empty(),
                row.durationSeconds(),
                row.durationSeconds(),
                row.durationSeconds(),
                row.distanceMetres(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                run.heartRate(),
                sport.isRun() ? run.pace() : Session.Pace.none(),
                OptionalDouble.empty(),
                run.minutes(),
                run.repeats,
                run.repeats.isEmpty() ? Session.RepeatSource.NONE : Session.RepeatSource.LAPS,
                SessionDetail.NONE);
    }

    /** Milliseconds, as watches write them, to the tenths that the analysis of a recording publishes. */
    private static List<Repeat> repeats(HardPart hard) {
        List<Repeat> repeats = new ArrayList<>();
        for (int bout = 0; bout < hard.bouts(); bout++) {
            repeats.add(new Repeat(
                    Rounding.to(1, hard.start(bout)),
                    Rounding.to(1, Rounding.to(3, hard.boutSeconds())),
                    hard.boutMetres(),
                    hard.recoverySeconds(),
                    OptionalDouble.empty()));
        }
        return repeats;
    }

    private Minutes minutes() {
        List<Minute> minutes = new ArrayList<>(row.windows().size());
        for (Window window : row.windows()) {
            minutes.add(new Minute(
                    HardPart.WARM_UP_SECONDS + HardPart.WINDOW_SECONDS * minutes.size(),
                    1,
                    window.speed(),
                    VARIATION_PERCENT,
                    0,
                    OptionalDouble.of(window.heartRate()),
                    1,
                    row.temperatureC()));
        }
        return Minutes.of(minutes);
    }

    /** As if the whole run had been like its steady minutes; a watch shows whole beats, tenths are seconds at the next one. */
    private Session.HeartRate heartRate() {
        if (row.windows().isEmpty()) {
            return Session.HeartRate.none();
        }
        double seconds = row.durationSeconds() / row.windows().size();
        Bins bins = new Bins(1);
        double sum = 0;
        double highest = 0;
        for (Window window : row.windows()) {
            double tenths = window.heartRate() - Math.floor(window.heartRate());
            bins.add(window.heartRate(), seconds * (1 - tenths));
            bins.add(window.heartRate() + 1, seconds * tenths);
            sum += window.heartRate();
            highest = Math.max(highest, window.heartRate());
        }
        return new Session.HeartRate(
                1,
                rounded(1, sum / row.windows().size()),
                bins.histogram(),
                rounded(1, highest),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** The hard part at its speed, steady minutes at theirs, the rest at what is left of the distance. */
    private Session.Pace pace() {
        if (row.durationSeconds() <= 0) {
            return Session.Pace.none();
        }
        Bins bins = new Bins(10);
        double other = course.otherSpeed();
        double unsteady = row.windows().isEmpty() ? 0 : Course.UNSTEADY;
        bins.add(centimetres(other * (1 + unsteady)), course.otherSeconds() / 2);
        bins.add(centimetres(other * (1 - unsteady)), course.otherSeconds() / 2);
        row.windows().forEach(window -> bins.add(centimetres(window.speed()), HardPart.WINDOW_SECONDS));
        course.hard().ifPresent(hard -> bins.add(centimetres(hard.speed()), hard.seconds()));
        double mean = row.distanceMetres() / row.durationSeconds();
        return new Session.Pace(1, rounded(3, mean), bins.histogram(), peak(30), peak(300), peak(1200));
    }

    /** Centimetres a second of a speed in whole millimetres a second, as watches write it. */
    private static double centimetres(double speed) {
        return 100 * Rounding.to(3, speed);
    }

    /** The highest mean speed over so many seconds, where the run is as long. */
    private OptionalDouble peak(int seconds) {
        if (row.durationSeconds() < seconds) {
            return OptionalDouble.empty();
        }
        if (row.windows().isEmpty()) {
            double even = course.otherSpeed();
            double share = course.hard()
                    .map(hard -> hard.mostWithin(seconds) / seconds)
                    .orElse(0.0);
            double fast = course.hard().map(HardPart::speed).orElse(even);
            return rounded(3, Math.max(even, share * fast + (1 - share) * even));
        }
        int length = seconds / Course.UNSTEADY_SECONDS;
        double best = 0;
        double sum = 0;
        for (int piece = 0; (piece + 1) * Course.UNSTEADY_SECONDS <= row.durationSeconds(); piece++) {
            sum += speedOf(piece) - (piece < length ? 0 : speedOf(piece - length));
            best = piece + 1 < length ? best : Math.max(best, sum / length);
        }
        return rounded(3, best);
    }

    private double speedOf(int piece) {
        return course.speed(piece * Course.UNSTEADY_SECONDS);
    }

    private static OptionalDouble rounded(int decimals, double quantity) {
        return OptionalDouble.of(Rounding.to(decimals, quantity));
    }

    /** Seconds by bins of one width. */
    private static final class Bins {
        private final int width;
        private final TreeMap<Integer, Double> seconds = new TreeMap<>();

        Bins(int width) {
            this.width = width;
        }

        void add(double quantity, double more) {
            seconds.merge((int) Math.floor(quantity / width), more, Double::sum);
        }

        Histogram histogram() {
            int first = seconds.firstKey();
            int[] tenths = new int[seconds.lastKey() - first + 1];
            seconds.forEach((bin, sum) -> tenths[bin - first] = (int) Math.round(10 * sum));
            return new Histogram(first * width, width, Column.owning(tenths));
        }
    }
}
