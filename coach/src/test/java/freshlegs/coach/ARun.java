package freshlegs.coach;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.coach.run.Curve;
import freshlegs.coach.run.Outline;
import freshlegs.coach.run.RunRows;
import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.HeartRateSource;
import freshlegs.model.fact.Histogram;
import freshlegs.model.fact.Lap;
import freshlegs.model.fact.Minute;
import freshlegs.model.fact.Minutes;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.SessionDetail;
import freshlegs.model.fact.Source;
import freshlegs.model.fact.WatchProfile;
import freshlegs.model.json.Json;
import freshlegs.model.result.ActivityAnalysis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Anna's run of 19 November 2026: 10 min easy, 6 x 3 min hard that fade, 12 min easy, in the figure of a loop; made up, the same at
 * every time. A second recording of it does not count.
 */
public final class ARun implements RecordedRuns {
    public static final String FACT = "20261119T050000Z-running";
    public static final String KEPT = "b";
    public static final String OTHER = "a";
    private static final Instant START = Instant.parse("2026-11-19T05:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-19");
    private static final AthleteId ANNA = AthleteId.of("anna");
    private static final int SECONDS = 3120;
    private static final int WARM_UP = 600;
    private static final int HARD = 180;
    private static final int EASY = 120;
    private static final int REPEATS = 6;
    private static final int[] WINDOWS = {30, 300, 1200};

    private final Random random = new Random(20261126);
    private final double[] speed = new double[SECONDS];
    private final double[] bpm = new double[SECONDS];
    private final double[] metres = new double[SECONDS];
    private final List<Repeat> repeats = new ArrayList<>();

    public ARun() {
        double heart = 118;
        for (int second = 0; second < SECONDS; second++) {
            int into = (second - WARM_UP) % (HARD + EASY);
            int number = (second - WARM_UP) / (HARD + EASY);
            boolean hard = second >= WARM_UP && number < REPEATS && into < HARD;
            double goal = hard ? 4.75 - 0.07 * number : 2.85;
            speed[second] = goal + random.nextGaussian() * 0.12;
            heart += ((hard ? 176 + 2 * number : 138) - heart) / 45;
            bpm[second] = second > 2000 && second < 2050 ? Double.NaN : heart + random.nextGaussian() * 0.7;
            metres[second] = second == 0 ? 0 : metres[second - 1] + speed[second];
            if (hard && into == 0) {
                repeats.add(new Repeat(second, HARD, goal * HARD, EASY, OptionalDouble.of(168 + 2 * number)));
            }
        }
    }

    public WaysIn waysIn() {
        return new WaysIn(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(this));
    }

    @Override
    public Answer read(Wanted wanted, Duration patience) {
        return wanted.revision().equals(KEPT) && wanted.sha256().equals("6".repeat(64))
                ? new Found(rows(), outline())
                : new Missing(Why.GONE);
    }

    private RunRows rows() {
        List<RunRows.Rolling> rolling = new ArrayList<>();
        for (int window : WINDOWS) {
            rolling.add(new RunRows.Rolling(window, mean(bpm, window), mean(speed, window)));
        }
        return new RunRows(
                Curve.of(SECONDS, second -> second),
                Curve.of(metres),
                Curve.of(bpm),
                Curve.of(speed),
                Curve.of(SECONDS, second -> speed[second] * (1 + 0.03 * Math.sin(second / 200.0))),
                Curve.of(SECONDS, second -> 40 + 12 * Math.sin(second / 200.0)),
                rolling,
                11);
    }

    private static Curve mean(double[] values, int window) {
        return Curve.of(
                values.length,
                last -> last + 1 < window
                        ? Double.NaN
                        : IntStream.rangeClosed(last - window + 1, last)
                                .mapToDouble(i -> values[i])
                                .filter(value -> !Double.isNaN(value))
                                .average()
                                .orElse(Double.NaN));
    }

    private Outline outline() {
        List<Outline.Point> points = new ArrayList<>();
        double length = 0;
        for (int second = 0; second < SECONDS; second += 12) {
            double turn = 2 * Math.PI * metres[second] / (metres[SECONDS - 1] / 2.02);
            int east = (int) Math.round(620 * Math.sin(turn) + 90 * Math.sin(3 * turn));
            int north = (int) Math.round(380 * Math.cos(turn) + 60 * Math.cos(5 * turn));
            Outline.Point point = new Outline.Point(second, east, north, points.isEmpty());
            if (!points.isEmpty()) {
                Outline.Point last = points.get(points.size() - 1);
                length += Math.hypot(east - last.east(), north - last.north());
            }
            points.add(point);
        }
        return new Outline(points, length);
    }

    /** Puts the run and what it amounted to into the tables; the squad has its files already. */
    public void into(TestDatabase database) {
        for (String revision : List.of(KEPT, OTHER)) {
            insert(database, "session_revision", session(revision));
        }
        insert(database, "activity_analysis", analysis(FACT, START, DAY, ActivityAnalysis.Kind.REPEATS));
        for (int before = 1; before <= 60; before++) {
            Instant start = START.minus(Duration.ofDays(before));
            insert(
                    database,
                    "activity_analysis",
                    analysis(
                            start.toString().replaceAll("[-:]", "") + "-running",
                            start,
                            DAY.minusDays(before),
                            ActivityAnalysis.Kind.EASY));
        }
    }

    /** As the warehouse lays messages out: a column for each field, its words apart by underscores. */
    private static void insert(TestDatabase database, String table, Object message) {
        JsonNode told = Json.read(Json.write(message), JsonNode.class);
        List<String> columns = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        told.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                String column = field.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
                columns.add(column);
                fields.add("\"" + column + "\":" + field.getValue());
            }
        });
        String names = String.join(", ", columns);
        database.run("insert into freshlegs." + table + " (" + names + ") select " + names
                + " from jsonb_populate_record(null::freshlegs." + table + ", '{"
                + String.join(",", fields).replace("'", "''") + "}')");
    }

    private Session session(String revision) {
        List<Minute> minutes = new ArrayList<>();
        for (int from = 0; from < SECONDS; from += 60) {
            double pace = IntStream.range(from, from + 60)
                    .mapToDouble(i -> speed[i])
                    .average()
                    .orElse(0);
            OptionalDouble heart = IntStream.range(from, from + 60)
                    .mapToDouble(i -> bpm[i])
                    .filter(value -> !Double.isNaN(value))
                    .average();
            minutes.add(new Minute(from, 1, pace, 4, 0.5, heart, 1, OptionalDouble.of(8)));
        }
        List<SessionDetail.LapMark> laps = new ArrayList<>();
        laps.add(new SessionDetail.LapMark(
                0, WARM_UP, OptionalDouble.of(1710), OptionalInt.of(131), Lap.Intensity.WARMUP, false));
        for (Repeat repeat : repeats) {
            laps.add(new SessionDetail.LapMark(
                    (int) repeat.startSecond(),
                    HARD,
                    OptionalDouble.of(repeat.distanceMetres()),
                    OptionalInt.of(170),
                    Lap.Intensity.INTERVAL,
                    false));
            laps.add(new SessionDetail.LapMark(
                    (int) repeat.startSecond() + HARD,
                    EASY,
                    OptionalDouble.of(340),
                    OptionalInt.of(152),
                    Lap.Intensity.RECOVERY,
                    false));
        }
        return new Session(
                ANNA,
                FACT,
                revision,
                START,
                START,
                DAY,
                Sport.RUNNING,
                Optional.empty(),
                "garmin/fr265",
                HeartRateSource.STRAP,
                new Source(Format.FIT, Optional.empty(), Optional.empty()),
                WatchProfile.UNKNOWN,
                revision.equals(KEPT) ? 2 : 1,
                Optional.empty(),
                SECONDS,
                SECONDS + 20,
                SECONDS - 15,
                metres[SECONDS - 1],
                OptionalDouble.of(7),
                OptionalInt.of(75),
                new Session.HeartRate(
                        0.98,
                        OptionalDouble.of(152),
                        Histogram.empty(1),
                        OptionalDouble.of(183),
                        OptionalDouble.of(176),
                        OptionalDouble.of(165)),
                new Session.Pace(
                        1,
                        OptionalDouble.of(3.4),
                        Histogram.empty(10),
                        OptionalDouble.of(4.9),
                        OptionalDouble.of(4.0),
                        OptionalDouble.of(3.7)),
                OptionalDouble.empty(),
                Minutes.of(minutes),
                repeats,
                Session.RepeatSource.LAPS,
                new SessionDetail(
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.of(new SessionDetail.Thirds(3.2, 3.6, 3.3)),
                        List.of(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        laps));
    }

    private static ActivityAnalysis analysis(String fact, Instant start, LocalDate date, ActivityAnalysis.Kind kind) {
        ActivityAnalysis.Peak peak =
                new ActivityAnalysis.Peak(OptionalDouble.of(183), OptionalDouble.of(204), OptionalDouble.of(112));
        boolean hard = kind == ActivityAnalysis.Kind.REPEATS;
        return new ActivityAnalysis(
                ANNA,
                date,
                fact,
                KEPT,
                start,
                Sport.RUNNING,
                kind,
                hard,
                hard ? List.of("six repeats of three minutes") : List.of(),
                false,
                SECONDS,
                10_300,
                88.4,
                "heart-rate",
                OptionalDouble.of(88.4),
                OptionalDouble.of(91),
                OptionalDouble.of(7),
                OptionalDouble.of(364),
                OptionalDouble.of(120),
                OptionalDouble.of(160),
                List.of(2.0, 8.5, 14.0, 16.5, 9.0),
                OptionalDouble.of(152),
                OptionalDouble.of(294),
                new ActivityAnalysis.Peaks(peak, peak, peak),
                OptionalDouble.of(1.31),
                OptionalDouble.of(763),
                OptionalDouble.of(4.2),
                OptionalDouble.of(-1.4),
                OptionalDouble.of(34),
                OptionalInt.of(112),
                hard
                        ? Optional.of(new ActivityAnalysis.Repeats(
                                6,
                                Session.RepeatSource.LAPS,
                                823,
                                180,
                                OptionalDouble.of(3.9),
                                OptionalDouble.of(1.6),
                                OptionalDouble.of(7.1),
                                true,
                                false))
                        : Optional.empty(),
                List.of(),
                List.of());
    }
}
