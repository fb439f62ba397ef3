package freshlegs.app.evaluate;

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
 * the hard part of a key session behind them: one tempo of {@value #TEMPO_METRES} m, or three to six times 1000 m, at the speed that was achieved (the same
 * distances whatever the speed, so that one percent slower reads as one percent). A run without steady minutes has no valid heart
 * rate, and what is not a run has no pace either.
 */
final class RunFacts {
    static final int TEMPO_METRES = 4000;
    static final int REPEAT_METRES = 1000;

    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final int WARM_UP_SECONDS = 600;
    private static final int WINDOW_SECONDS = 60;
    private static final double RECOVERY_SECONDS = 120;
    private static final int LEAST_REPEATS = 3;
    private static final int MOST_REPEATS = 6;
    private static final double VARIATION_PERCENT = 2;

    private final RunRow row;
    private final List<Repeat> repeats = new ArrayList<>();

    private RunFacts(RunRow row) {
        this.row = row;
        if (row.kind().isKey() && row.achievedSpeed().orElse(0) > 0) {
            row.achievedSpeed().ifPresent(this::runHard);
        }
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

    private void runHard(double speed) {
        double start = WARM_UP_SECONDS + (double) WINDOW_SECONDS * row.windows().size();
        if (row.kind() == RunRow.Kind.TEMPO) {
            repeats.add(repeat(start, TEMPO_METRES, speed, 0));
            return;
        }
        double each = REPEAT_METRES / speed + RECOVERY_SECONDS;
        long fitting = Math.round(Math.floor((row.durationSeconds() - start) / each));
        long count = Math.max(LEAST_REPEATS, Math.min(MOST_REPEATS, fitting));
        for (int i = 0; i < count; i++) {
            repeats.add(repeat(start + i * each, REPEAT_METRES, speed, RECOVERY_SECONDS));
        }
    }

    private static Repeat repeat(double start, double metres, double speed, double recoverySeconds) {
        return new Repeat(start, metres / speed, metres, recoverySeconds, OptionalDouble.empty());
    }

    private Minutes minutes() {
        List<Minute> minutes = new ArrayList<>(row.windows().size());
        for (Window window : row.windows()) {
            minutes.add(new Minute(
                    WARM_UP_SECONDS + WINDOW_SECONDS * minutes.size(),
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

    /** As if the whole run had been like its steady minutes. */
    private Session.HeartRate heartRate() {
        if (row.windows().isEmpty()) {
            return Session.HeartRate.none();
        }
        double seconds = row.durationSeconds() / row.windows().size();
        Bins bins = new Bins(1);
        double sum = 0;
        double highest = 0;
        for (Window window : row.windows()) {
            bins.add(window.heartRate(), seconds);
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

    /** The hard part at its speed, the rest evenly at what is left of the distance. */
    private Session.Pace pace() {
        if (row.durationSeconds() <= 0) {
            return Session.Pace.none();
        }
        double hardSeconds = 0;
        double hardMetres = 0;
        for (Repeat repeat : repeats) {
            hardSeconds += repeat.durationSeconds();
            hardMetres += repeat.distanceMetres();
        }
        double mean = row.distanceMetres() / row.durationSeconds();
        double easySeconds = Math.max(0, row.durationSeconds() - hardSeconds);
        double easy = easySeconds > 0 ? Math.max(0, row.distanceMetres() - hardMetres) / easySeconds : mean;
        Bins bins = new Bins(10);
        bins.add(100 * easy, easySeconds);
        if (hardSeconds > 0) {
            bins.add(100 * hardMetres / hardSeconds, hardSeconds);
        }
        return new Session.Pace(
                1, rounded(3, mean), bins.histogram(), peak(30, easy), peak(300, easy), peak(1200, easy));
    }

    /** The highest mean speed over so many seconds: in and around one hard part. */
    private OptionalDouble peak(double seconds, double easy) {
        if (repeats.isEmpty()) {
            return rounded(3, easy);
        }
        Repeat hard = repeats.get(0);
        double share = Math.min(1, hard.durationSeconds() / seconds);
        return rounded(3, share * hard.speedMetresPerSecond() + (1 - share) * easy);
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
