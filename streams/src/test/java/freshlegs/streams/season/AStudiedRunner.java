package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.Rounding;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Somebody as studies describe them: usual days with a little seeded noise, and from one day to another a departure in the
 * units in which it was published. Resting heart rate 50 bpm, RMSSD 55 ms, items about 3 of 7, four easy runs at 142 bpm and 3 m/s
 * and one session of repeats a week.
 */
final class AStudiedRunner {
    static final AthleteId ATHLETE = AthleteId.of("studied");
    /** A Monday. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    private static final double RESTING_BPM = 50;
    private static final double RMSSD_MS = 55;
    private static final double REPEATS_METRES_A_SECOND = 4.4;

    private final Random random;
    private final double noise;
    private final TreeMap<Integer, Departure> departures = new TreeMap<>();
    private boolean checkIns = true;
    private boolean keySessions = true;

    /**
     * What is other than usual: percent of resting heart rate and RMSSD, points of the items, beats a minute at pace, percent of
     * lost speed in repeats, a factor of minutes run, points of effort, and symptoms.
     */
    record Departure(
            double restingPercent,
            double rmssdPercent,
            double feelingPoints,
            double paceBpm,
            double slowerPercent,
            double minutesFactor,
            double effortPoints,
            Set<Symptom> symptoms) {
        static final Departure NONE = new Departure(0, 0, 0, 0, 0, 1, 0, Set.of());

        static Departure resting(double percent) {
            return new Departure(percent, 0, 0, 0, 0, 1, 0, Set.of());
        }

        static Departure rmssd(double percent) {
            return new Departure(0, percent, 0, 0, 0, 1, 0, Set.of());
        }

        static Departure feeling(double points) {
            return new Departure(0, 0, points, 0, 0, 1, 0, Set.of());
        }

        static Departure pace(double bpm) {
            return new Departure(0, 0, 0, bpm, 0, 1, 0, Set.of());
        }

        static Departure slower(double percent) {
            return new Departure(0, 0, 0, 0, percent, 1, 0, Set.of());
        }

        static Departure minutes(double factor) {
            return new Departure(0, 0, 0, 0, 0, factor, 0, Set.of());
        }

        static Departure effort(double points) {
            return new Departure(0, 0, 0, 0, 0, 1, points, Set.of());
        }

        static Departure symptom(Symptom symptom) {
            return new Departure(0, 0, 0, 0, 0, 1, 0, Set.of(symptom));
        }

        Departure and(Departure other) {
            return new Departure(
                    restingPercent + other.restingPercent,
                    rmssdPercent + other.rmssdPercent,
                    feelingPoints + other.feelingPoints,
                    paceBpm + other.paceBpm,
                    slowerPercent + other.slowerPercent,
                    minutesFactor * other.minutesFactor,
                    effortPoints + other.effortPoints,
                    symptoms.isEmpty() ? other.symptoms : symptoms);
        }
    }

    private AStudiedRunner(long seed, double noise) {
        this.random = new Random(seed);
        this.noise = noise;
    }

    static AStudiedRunner of(long seed) {
        return new AStudiedRunner(seed, 1);
    }

    /** Whose days differ from one another by next to nothing, so that nothing but the departure can be told of. */
    static AStudiedRunner even() {
        return new AStudiedRunner(1, 0.2);
    }

    /** From this day until the next departure. */
    AStudiedRunner from(int day, Departure departure) {
        departures.put(day, departure);
        return this;
    }

    AStudiedRunner on(int day, Departure departure) {
        return from(day, departure).from(day + 1, Departure.NONE);
    }

    AStudiedRunner withoutCheckIns() {
        this.checkIns = false;
        return this;
    }

    AStudiedRunner withoutKeySessions() {
        this.keySessions = false;
        return this;
    }

    List<SeasonDay> season(int days) {
        return ATrainingBlock.fold(facts(days));
    }

    List<DayFacts> facts(int days) {
        List<DayFacts> facts = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            facts.add(facts(
                    day,
                    departures.floorEntry(day) == null
                            ? Departure.NONE
                            : departures.floorEntry(day).getValue()));
        }
        return facts;
    }

    private DayFacts facts(int day, Departure now) {
        LocalDate date = FIRST_DAY.plusDays(day);
        Instant morning = date.atTime(6, 0).toInstant(ZoneOffset.UTC);
        double bpm = (RESTING_BPM + gauss(2)) * (1 + now.restingPercent() / 100);
        double rmssd = RMSSD_MS * Math.exp(gauss(0.12)) * (1 + now.rmssdPercent() / 100);
        List<Reading> readings = List.of(
                new Reading.RestingHeartRate(ATHLETE, date, "1", morning, morning, "watch", Rounding.to(1, bpm)),
                new Reading.Hrv(ATHLETE, date, "1", morning, morning, "watch", Rounding.to(1, rmssd)));
        double feeling = 3 + gauss(0.5) + now.feelingPoints();
        List<CheckIn> told = new ArrayList<>();
        int[] items = new int[5];
        for (int i = 0; i < items.length; i++) {
            items[i] = within(feeling + gauss(0.5), 1, 7);
        }
        List<Session> sessions = sessions(day, date, now);
        double effort = (day % 7 == 1 ? 7 : 4) + gauss(0.5) + now.effortPoints();
        if (checkIns) {
            told.add(morning(date, morning, items, now.symptoms()));
            if (!sessions.isEmpty()) {
                told.add(afterRun(date, morning, within(effort, 1, 10)));
            }
        }
        return new DayFacts(ATHLETE, date, day == 0 ? List.of(profile()) : List.of(), sessions, readings, told, true);
    }

    private List<Session> sessions(int day, LocalDate date, Departure now) {
        double speed = 3 + gauss(0.08);
        double bpm = 142 + 22 * (speed - 3) + gauss(2.5) + now.paceBpm();
        double fast = REPEATS_METRES_A_SECOND * Math.exp(-(gauss(1.5) + now.slowerPercent()) / 100);
        int minutes = (int) Math.round((day % 7 == 5 ? 75 : 45) * now.minutesFactor());
        return switch (day % 7) {
            case 1 ->
                keySessions && minutes > 0
                        ? List.of(ARun.of(ATHLETE, date)
                                .minutes(50)
                                .at(3.1)
                                .heart(150)
                                .repeats(6, 400, fast)
                                .session())
                        : List.of();
            case 0, 3, 4, 5 ->
                minutes > 0
                        ? List.of(ARun.of(ATHLETE, date)
                                .minutes(minutes)
                                .at(speed)
                                .heart(bpm)
                                .drifting(0.1)
                                .session())
                        : List.of();
            default -> List.of();
        };
    }

    private double gauss(double deviation) {
        return noise * deviation * random.nextGaussian();
    }

    private static int within(double answer, int lowest, int highest) {
        return (int) Math.max(lowest, Math.min(highest, Math.round(answer)));
    }

    private static CheckIn morning(LocalDate date, Instant at, int[] items, Set<Symptom> symptoms) {
        return new CheckIn.Morning(
                ATHLETE,
                date,
                "1",
                at,
                at,
                OptionalInt.of(items[0]),
                OptionalInt.of(items[1]),
                OptionalInt.of(items[2]),
                OptionalInt.of(items[3]),
                OptionalInt.of(items[4]),
                OptionalDouble.of(7.8),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                symptoms);
    }

    private static CheckIn afterRun(LocalDate date, Instant at, int effort) {
        return new CheckIn.AfterRun(
                ATHLETE, date, 1, "1", at, at, OptionalInt.of(effort), OptionalInt.of(7), Optional.empty(), Set.of());
    }

    private static Profile profile() {
        Instant at = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Profile(
                ATHLETE,
                FIRST_DAY,
                "1",
                at,
                at,
                Optional.of(ZoneId.of("UTC")),
                Optional.of(Sex.FEMALE),
                OptionalInt.of(1995),
                OptionalInt.of(50),
                OptionalInt.of(190),
                OptionalInt.empty(),
                OptionalInt.of(255));
    }
}
