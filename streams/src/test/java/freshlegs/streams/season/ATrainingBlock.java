package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.Rounding;
import freshlegs.model.Sex;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.streams.rule.Rules;
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

/**
 * A synthetic athlete's days: AR(1) noise in feeling, resting heart rate, HRV, heart rate at pace and performance, correlated
 * and with a weekly cycle, on which effects of a stated size (in standard deviations, worse positive) can be put.
 */
public final class ATrainingBlock {

    /** Shifts of the five domains in standard deviations of their noise, worse positive. */
    public record Effect(double feeling, double resting, double hrv, double pace, double performance) {
        public static final Effect NONE = new Effect(0, 0, 0, 0, 0);
        public static final Effect SEVERE = new Effect(1.8, 1.5, 1.2, 1.2, 1.8);
        public static final Effect PARADOXICAL = new Effect(1.5, -1.0, -1.0, -1.2, 1.5);
    }

    public static final AthleteId ATHLETE = AthleteId.of("ann");
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final double ITEM_SD = 0.8;
    private static final double FEELING_SD = ITEM_SD * Math.sqrt(0.6);

    private final Random random;
    private final double memory;
    private int days = 120;
    private int effectFrom = Integer.MAX_VALUE;
    private Effect effect = Effect.NONE;
    private boolean sensors = true;
    private boolean checkIns = true;
    private int illFrom = Integer.MAX_VALUE;
    private double missing = 0.15;
    private final double[] state = new double[5];

    private ATrainingBlock(long seed, double memory) {
        this.random = new Random(seed);
        this.memory = memory;
    }

    public static ATrainingBlock of(long seed) {
        return new ATrainingBlock(seed, 0.3);
    }

    public ATrainingBlock days(int days) {
        this.days = days;
        return this;
    }

    public ATrainingBlock with(Effect effect, int fromDay) {
        this.effect = effect;
        this.effectFrom = fromDay;
        return this;
    }

    public ATrainingBlock withoutSensors() {
        this.sensors = false;
        return this;
    }

    public ATrainingBlock withoutCheckIns() {
        this.checkIns = false;
        return this;
    }

    public ATrainingBlock illFrom(int day) {
        this.illFrom = day;
        return this;
    }

    public List<DayFacts> facts() {
        List<DayFacts> facts = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            facts.add(facts(day));
        }
        return facts;
    }

    /** The whole block folded, day by day. */
    public List<SeasonDay> season() {
        return fold(facts());
    }

    public static List<SeasonDay> fold(List<DayFacts> facts) {
        List<SeasonDay> season = new ArrayList<>();
        for (DayFacts day : facts) {
            season.add(Season.next(
                    season.subList(Math.max(0, season.size() - Season.LOOK_BACK_DAYS), season.size()),
                    day,
                    Rules.published()));
        }
        return season;
    }

    private DayFacts facts(int day) {
        LocalDate date = FIRST_DAY.plusDays(day);
        Instant morning = date.atTime(6, 0).toInstant(ZoneOffset.UTC);
        step();
        Effect now = day >= effectFrom ? effect : Effect.NONE;
        boolean ill = day >= illFrom && day < illFrom + 5;
        double week = 0.3 * Math.cos(2 * Math.PI * day / 7);
        double feeling = state[0] + week + now.feeling() + (ill ? 2 : 0);
        double bpm = 50 + 2.5 * (state[1] + week + now.resting()) + (ill ? 8 : 0);
        double rmssd = Math.exp(4.0 - 0.15 * (state[2] + week + now.hrv()));
        List<Reading> readings = new ArrayList<>();
        if (sensors && random.nextDouble() >= missing) {
            readings.add(
                    new Reading.RestingHeartRate(ATHLETE, date, "r", morning, morning, "watch-1", Rounding.to(0, bpm)));
        }
        if (sensors && random.nextDouble() >= missing) {
            readings.add(new Reading.Hrv(ATHLETE, date, "r", morning, morning, "watch-1", Rounding.to(0, rmssd)));
        }
        List<CheckIn> told = new ArrayList<>();
        int[] answers = answers(feeling);
        if (checkIns && random.nextDouble() >= missing) {
            told.add(morning(date, morning, answers, ill ? Set.of(Symptom.FEVER) : Set.of()));
        }
        List<Session> sessions = sessions(day, date, now);
        if (checkIns && !sessions.isEmpty()) {
            told.add(afterRun(date, morning, day % 7 == 1 ? 8 : 4));
        }
        return new DayFacts(ATHLETE, date, day == 0 ? List.of(profile()) : List.of(), sessions, readings, told, true);
    }

    private List<Session> sessions(int day, LocalDate date, Effect now) {
        double heartRateShare = sensors ? 1 : 0;
        return switch (day % 7) {
            case 1 -> {
                double slower = 2 * (state[4] + now.performance()) / 100;
                yield List.of(ARun.of(ATHLETE, date)
                        .minutes(50)
                        .at(3.1)
                        .heart(160)
                        .heartRateShare(heartRateShare)
                        .repeats(6, 400, 4.4 * Math.exp(-slower))
                        .session());
            }
            case 0, 3, 5 -> {
                double speed = 3.0 + 0.1 * random.nextGaussian();
                double bpm = 142 + 22 * (speed - 3) + 3 * (state[3] + now.pace());
                yield List.of(ARun.of(ATHLETE, date)
                        .minutes(day % 7 == 5 ? 75 : 45)
                        .at(speed)
                        .heart(bpm)
                        .drifting(0.1)
                        .heartRateShare(heartRateShare)
                        .session());
            }
            default -> List.of();
        };
    }

    private void step() {
        double common = random.nextGaussian();
        double heart = random.nextGaussian();
        double innovation = Math.sqrt(1 - memory * memory);
        for (int i = 0; i < state.length; i++) {
            boolean marker = i == 1 || i == 2;
            double own = random.nextGaussian();
            double shock = 0.5 * common + (marker ? 0.5 * heart + Math.sqrt(0.5) * own : Math.sqrt(0.75) * own);
            state[i] = memory * state[i] + innovation * shock;
        }
    }

    private int[] answers(double feeling) {
        int[] answers = new int[5];
        for (int i = 0; i < answers.length; i++) {
            double answer = 3 + FEELING_SD * feeling + ITEM_SD * Math.sqrt(0.4) * random.nextGaussian();
            answers[i] = (int) Math.max(1, Math.min(7, Math.round(answer)));
        }
        return answers;
    }

    private static CheckIn morning(LocalDate date, Instant at, int[] answers, Set<Symptom> symptoms) {
        return new CheckIn.Morning(
                ATHLETE,
                date,
                "1",
                at,
                at,
                OptionalInt.of(answers[0]),
                OptionalInt.of(answers[1]),
                OptionalInt.of(answers[2]),
                OptionalInt.of(answers[3]),
                OptionalInt.of(answers[4]),
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
