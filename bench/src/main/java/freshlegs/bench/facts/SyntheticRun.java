package freshlegs.bench.facts;

import freshlegs.model.Rounding;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
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
import java.util.SplittableRandom;

/** One synthetic run, minute by minute: easy, tempo, repeats or long, with a heart that answers to pace, drift and strain. */
final class SyntheticRun {
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    /** How runs take turns. */
    private enum Kind {
        EASY(32, 16),
        REPEATS(52, 6),
        TEMPO(46, 8),
        LONG(75, 30);

        private static final List<Kind> TURNS = List.of(EASY, REPEATS, EASY, TEMPO, EASY, LONG);

        private final int minutes;
        private final int more;

        Kind(int minutes, int more) {
            this.minutes = minutes;
            this.more = more;
        }
    }

    private final AthleteDay day;
    private final SplittableRandom random;
    private final Kind kind;
    private final int length;
    private final List<Minute> minutes = new ArrayList<>();
    private double metres;

    SyntheticRun(AthleteDay day, SplittableRandom random) {
        this.day = day;
        this.random = random;
        kind = Kind.TURNS.get((Slot.runsBefore(day.day()) + day.number()) % Kind.TURNS.size());
        length = kind.minutes + random.nextInt(kind.more);
        run();
    }

    Session session(String revision, Instant takenIn, String watch) {
        Instant start = day.date().atTime(17, random.nextInt(60)).toInstant(ZoneOffset.UTC);
        double seconds = length * 60.0;
        return new Session(
                day.athlete(),
                COMPACT.format(start.atOffset(ZoneOffset.UTC)) + "-running",
                revision,
                takenIn,
                start,
                day.date(),
                Sport.RUNNING,
                Optional.of("generic"),
                watch,
                HeartRateSource.STRAP,
                Source.NAMELESS_FIT,
                WatchProfile.UNKNOWN,
                1,
                Optional.empty(),
                seconds,
                seconds + 40,
                seconds - 15,
                Rounding.to(1, metres),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                heartRate(),
                pace(),
                kind == Kind.REPEATS ? OptionalDouble.empty() : OptionalDouble.of(Rounding.to(2, 3 + 1.5 * noise())),
                Minutes.of(minutes),
                repeats(),
                kind == Kind.REPEATS ? Session.RepeatSource.LAPS : Session.RepeatSource.NONE,
                SyntheticDetail.of(minutes));
    }

    private void run() {
        double bpm = day.restingBpm() + 30;
        for (int m = 0; m < length; m++) {
            double speed = day.easyMetresPerSecond() * share(m) + 0.04 * noise();
            double target = day.restingBpm()
                    + (day.maximalBpm() - day.restingBpm())
                            * (0.68
                                    + 0.75 * (speed / day.easyMetresPerSecond() - 1)
                                    + 0.0006 * m
                                    + 0.03 * day.strain());
            bpm += 0.6 * (target - bpm) + 0.8 * noise();
            metres += speed * 60;
            minutes.add(new Minute(
                    m * 60,
                    m == length - 1 ? 0.75 : 1,
                    speed,
                    2 + Math.abs(noise()),
                    0.8 * noise(),
                    OptionalDouble.of(bpm),
                    1,
                    OptionalDouble.of(14)));
        }
    }

    /** Speed relative to easy. */
    private double share(int minute) {
        return switch (kind) {
            case EASY, LONG -> 1;
            case TEMPO -> minute >= 15 && minute < 40 ? 1.22 : 0.98;
            case REPEATS -> isHard(minute) ? 1.35 : 0.92;
        };
    }

    private static boolean isHard(int minute) {
        return minute >= 15 && minute < 45 && (minute - 15) % 5 < 3;
    }

    private List<Repeat> repeats() {
        List<Repeat> all = new ArrayList<>();
        for (int from = 15; kind == Kind.REPEATS && from < 45; from += 5) {
            double bpm = minutes.get(from + 2).heartRateBpm().orElseThrow();
            double distance = day.easyMetresPerSecond() * 1.35 * 180 * (1 - 0.03 * day.strain()) + 2 * noise();
            all.add(new Repeat(
                    from * 60.0, 180, Rounding.to(1, distance), 120, OptionalDouble.of(Rounding.to(1, bpm))));
        }
        return all;
    }

    private Session.HeartRate heartRate() {
        double[] bpm = minutes.stream()
                .mapToDouble(minute -> minute.heartRateBpm().orElseThrow())
                .toArray();
        return new Session.HeartRate(
                0.99,
                rounded(1, highest(bpm, bpm.length)),
                histogram(bpm, 1, 1),
                rounded(1, highest(bpm, 1) + 2),
                rounded(1, highest(bpm, 5)),
                rounded(1, highest(bpm, 20)));
    }

    private Session.Pace pace() {
        double[] speed = minutes.stream()
                .mapToDouble(Minute::gradeAdjustedSpeedMetresPerSecond)
                .toArray();
        return new Session.Pace(
                0.98,
                rounded(3, highest(speed, speed.length)),
                histogram(speed, 100, 10),
                rounded(3, highest(speed, 1) + 0.05),
                rounded(3, highest(speed, 5)),
                rounded(3, highest(speed, 20)));
    }

    /** The highest mean over as many minutes. */
    private static double highest(double[] byMinute, int window) {
        double best = 0;
        for (int from = 0; from + window <= byMinute.length; from++) {
            double sum = 0;
            for (int m = from; m < from + window; m++) {
                sum += byMinute[m];
            }
            best = Math.max(best, sum / window);
        }
        return best;
    }

    /** A quarter, a half and a quarter of each minute in neighbouring bins. */
    private static Histogram histogram(double[] byMinute, double unit, int width) {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (double quantity : byMinute) {
            int bin = (int) (quantity * unit / width);
            lowest = Math.min(lowest, bin - 1);
            highest = Math.max(highest, bin + 1);
        }
        int[] tenths = new int[highest - lowest + 1];
        for (double quantity : byMinute) {
            int bin = (int) (quantity * unit / width) - lowest;
            tenths[bin - 1] += 150;
            tenths[bin] += 300;
            tenths[bin + 1] += 150;
        }
        return new Histogram(lowest * width, width, Column.of(tenths));
    }

    private double noise() {
        return AthleteDay.noise(random);
    }

    private static OptionalDouble rounded(int decimals, double quantity) {
        return OptionalDouble.of(Rounding.to(decimals, quantity));
    }
}
