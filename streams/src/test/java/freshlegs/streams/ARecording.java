package freshlegs.streams;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Column;
import freshlegs.model.fact.Device;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Pause;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Recording.Summary;
import freshlegs.model.fact.Samples;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A synthetic recording, told stretch by stretch: {@code ARecording.of(RUNNING).run(600, 3.0, 140).rest(60, 120).build()}. One
 * row a second unless thinned by {@link #keeping}.
 */
public final class ARecording {
    public static final Instant START = Instant.parse("2026-03-04T06:30:00Z");

    /** One row as the watch would write it; {@code null}-free, not a number where it writes nothing. */
    public record Row(
            int second, double bpm, double speed, double distance, double altitude, double cadence, double accuracy) {
        public Row withBpm(double other) {
            return new Row(second, other, speed, distance, altitude, cadence, accuracy);
        }

        public Row withSpeed(double other) {
            return new Row(second, bpm, other, distance, altitude, cadence, accuracy);
        }

        public Row withDistance(double other) {
            return new Row(second, bpm, speed, other, altitude, cadence, accuracy);
        }

        public Row withAltitude(double other) {
            return new Row(second, bpm, speed, distance, other, cadence, accuracy);
        }

        public Row withCadence(double other) {
            return new Row(second, bpm, speed, distance, altitude, other, accuracy);
        }

        public Row withAccuracy(double other) {
            return new Row(second, bpm, speed, distance, altitude, cadence, other);
        }
    }

    private final Sport sport;
    private final List<Row> rows = new ArrayList<>();
    private final List<Lap> laps = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private Optional<String> subSport = Optional.empty();
    private HeartRateSource source = HeartRateSource.STRAP;
    private int second;
    private double metres;
    private double altitude = 100;
    private double gradePercent;
    private double paused;
    private OptionalInt recoveryBpm = OptionalInt.empty();

    private ARecording(Sport sport) {
        this.sport = sport;
    }

    public static ARecording of(Sport sport) {
        return new ARecording(sport);
    }

    /** An hour at 3 m/s and 140 bpm. */
    public static ARecording steadyRun() {
        return of(Sport.RUNNING).run(3600, 3.0, 140);
    }

    /** Ten minutes of jogging, then fast and slow in turn, then five minutes of jogging. */
    public static ARecording intervals(int repeats, int seconds, double speed, int restSeconds, double restSpeed) {
        ARecording recording = of(Sport.RUNNING).run(600, 2.8, 135);
        for (int i = 0; i < repeats; i++) {
            recording.run(seconds, speed, 170).run(restSeconds, restSpeed, 145);
        }
        return recording.run(300, 2.8, 140);
    }

    public ARecording subSport(String name) {
        subSport = Optional.of(name);
        return this;
    }

    public ARecording heartRateFrom(HeartRateSource given) {
        source = given;
        return this;
    }

    /** What the watch says of two minutes after the end. */
    public ARecording recovered(int bpm) {
        recoveryBpm = OptionalInt.of(bpm);
        return this;
    }

    /** From here on it goes up (or down) this steeply. */
    public ARecording grade(double percent) {
        gradePercent = percent;
        return this;
    }

    public ARecording run(int seconds, double speed, double bpm) {
        for (int i = 0; i < seconds; i++) {
            rows.add(new Row(second, bpm, speed, metres, altitude, speed > 2 ? 170 : 110, 3));
            second++;
            metres += speed;
            altitude += speed * gradePercent / 100;
        }
        return this;
    }

    public ARecording rest(int seconds, double bpm) {
        return run(seconds, 0, bpm);
    }

    /** The timer stands still and nothing is written. */
    public ARecording pause(int seconds) {
        pauses.add(new Pause(second, seconds));
        second += seconds;
        paused += seconds;
        return this;
    }

    /** The timer stood still although the watch wrote on. */
    public ARecording pausedBetween(int from, int to) {
        pauses.add(new Pause(from, to - from));
        paused += to - from;
        return this;
    }

    /** Like {@link #run}, with a lap of the workout around it. */
    public ARecording lap(Lap.Intensity intensity, int seconds, double speed, double bpm) {
        laps.add(new Lap(
                second,
                seconds,
                OptionalDouble.of(seconds * speed),
                OptionalInt.of((int) Math.round(bpm)),
                intensity,
                false));
        return run(seconds, speed, bpm);
    }

    public ARecording lap(Lap lap) {
        laps.add(lap);
        return this;
    }

    /** Changes every row so far. */
    public ARecording each(UnaryOperator<Row> change) {
        rows.replaceAll(change);
        return this;
    }

    /** Keeps only some rows, as smart recording does. */
    public ARecording keeping(Predicate<Row> kept) {
        rows.removeIf(kept.negate());
        return this;
    }

    public ARecording withoutGps() {
        return each(row -> row.withSpeed(Double.NaN)
                .withDistance(Double.NaN)
                .withAltitude(Double.NaN)
                .withAccuracy(Double.NaN));
    }

    public ARecording withoutHeartRate() {
        return each(row -> row.withBpm(Double.NaN));
    }

    public Recording build() {
        return build(OptionalDouble.of(metres));
    }

    public Recording build(OptionalDouble summaryMetres) {
        OptionalDouble mean = rows.stream()
                .mapToDouble(Row::bpm)
                .filter(bpm -> !Double.isNaN(bpm))
                .average();
        OptionalInt meanBpm =
                mean.isPresent() ? OptionalInt.of((int) Math.round(mean.getAsDouble())) : OptionalInt.empty();
        return new Recording(
                AthleteId.of("ada"),
                "20260304T063000Z-" + sport.name().toLowerCase(Locale.ROOT),
                "0123456789abcdef",
                Instant.parse("2026-03-04T08:00:00Z"),
                START,
                3600,
                LocalDate.of(2026, 3, 4),
                sport,
                subSport,
                new Device("garmin", Optional.of("fenix7"), Optional.of("123")),
                source,
                Source.NAMELESS_FIT,
                WatchProfile.UNKNOWN,
                new Summary(
                        second - paused,
                        second,
                        summaryMetres,
                        meanBpm,
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        recoveryBpm),
                laps,
                pauses,
                samples(),
                false);
    }

    private Samples samples() {
        return new Samples(
                column(Row::second, 1),
                column(Row::bpm, 1),
                column(Row::speed, 1000),
                column(Row::distance, 100),
                column(Row::altitude, 10),
                column(Row::cadence, 1),
                Column.missing(rows.size()),
                Column.missing(rows.size()),
                column(Row::accuracy, 1),
                Column.missing(rows.size()));
    }

    private Column column(ToDoubleFunction<Row> quantity, double unit) {
        return Column.of(rows.stream()
                .mapToDouble(quantity)
                .mapToInt(number -> Double.isNaN(number) ? Column.MISSING : (int) Math.round(number * unit))
                .toArray());
    }
}
