package freshlegs.streams.plan;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WeekOrder;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.load.Physiology;
import freshlegs.streams.load.TrainingLoad;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A season in which anything may happen: states, runs other than asked, words, terms, goals, phases, decisions, by a seed. */
final class ARandomSeason {
    static final int DAYS = 182;

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final Physiology BODY = TrainingLoad.of(
                    List.of(), FIRST, List.of(), List.of(), List.of(), OptionalDouble.empty())
            .body();

    private final SomeFacts facts = SomeFacts.of("ann");
    private final Random chance;
    private final List<PlanDay> days = new ArrayList<>();
    private Status status = Status.GREEN;

    ARandomSeason(long seed) {
        this.chance = new Random(seed);
    }

    /** One day with what was asked and said of it. */
    record Day(PlanDay day, Wishes wishes, List<CheckIn> checkIns) {}

    List<Day> days() {
        List<Day> season = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            Wishes wishes = wishes(date);
            Optional<Prescription> asked = asked(date, wishes);
            Wishes answered = asked.map(told -> decided(told, wishes)).orElse(wishes);
            boolean runs = chance.nextInt(12) > 0;
            List<Session> sessions =
                    runs ? asked.stream().flatMap(told -> run(told).stream()).toList() : List.of();
            status = nextStatus();
            List<CheckIn> checkIns = checkIns(date, !sessions.isEmpty());
            PlanDay next = Plan.next(
                    List.copyOf(days),
                    new PlanFacts(
                            AthleteId.of("ann"), date, status(date), List.of(), sessions, checkIns, BODY, answered));
            days.add(next);
            season.add(new Day(next, answered, checkIns));
        }
        return season;
    }

    List<PlanDay> all() {
        return List.copyOf(days);
    }

    private Optional<Prescription> asked(LocalDate date, Wishes wishes) {
        if (days.isEmpty()) {
            return Optional.of(Plan.next(
                            List.of(),
                            new PlanFacts(
                                    AthleteId.of("ann"),
                                    date,
                                    status(date),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    BODY,
                                    wishes))
                    .prescription());
        }
        return Plan.outlook(AthleteId.of("ann"), days, List.of(wishes)).stream().findFirst();
    }

    /** Mostly as asked; now and then longer, shorter, harder, or on a day of rest. */
    private List<Session> run(Prescription asked) {
        Workout workout = asked.prescribed();
        int kind = chance.nextInt(10);
        boolean rest = !workout.kind().isRun();
        if (rest && kind > 0) {
            return List.of();
        }
        double minutes = rest ? 30 : workout.minutes() * (kind == 1 ? 1.5 : kind == 2 ? 0.5 : 1);
        boolean repeats = workout.kind() == Workout.Kind.REPEATS || kind == 3;
        double speed = 2.3 + chance.nextDouble() * 1.2;
        return List.of(ASimpleRun.of(
                facts, asked.date(), minutes, 60 * minutes * speed, repeats ? pieces(chance.nextInt(3)) : List.of()));
    }

    private static List<Repeat> pieces(int which) {
        double metres = List.of(200.0, 400.0, 600.0).get(which);
        return IntStream.range(0, 6)
                .mapToObj(i -> new Repeat(900 + 300 * i, metres / 4, metres, 180, OptionalDouble.empty()))
                .toList();
    }

    private Status nextStatus() {
        if (chance.nextInt(status == Status.GREEN ? 12 : 5) > 0) {
            return status;
        }
        return switch (chance.nextInt(16)) {
            case 0, 1, 2 -> Status.WATCH;
            case 3, 4 -> Status.AMBER;
            case 5 -> Status.RED;
            case 6 -> Status.ILLNESS;
            case 7 -> chance.nextInt(4) == 0 ? Status.STOP : Status.GREEN;
            case 8 -> Status.UNKNOWN;
            default -> Status.GREEN;
        };
    }

    private StatusDay status(LocalDate date) {
        return new StatusDay(
                AthleteId.of("ann"), date, status, "So it is.", false, List.of(), List.of(), List.of(), List.of(), "1");
    }

    private List<CheckIn> checkIns(LocalDate date, boolean ran) {
        List<CheckIn> told = new ArrayList<>();
        if (chance.nextInt(30) == 0) {
            Instant at = date.atTime(6, 30).toInstant(ZoneOffset.UTC);
            Set<Symptom> symptoms = chance.nextBoolean() ? EnumSet.of(Symptom.FEVER) : EnumSet.noneOf(Symptom.class);
            told.add(new CheckIn.Morning(
                    AthleteId.of("ann"),
                    date,
                    "r",
                    at,
                    at,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalInt.of(1 + chance.nextInt(7)),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    symptoms));
        }
        if (ran && chance.nextInt(4) > 0) {
            told.add(facts.afterRun(date, 3 + chance.nextInt(6)));
        }
        return told;
    }

    private Wishes wishes(LocalDate date) {
        boolean first = date.equals(FIRST);
        Optional<PlanTerms> terms = first || chance.nextInt(60) == 0 ? Optional.of(terms(date)) : Optional.empty();
        Optional<Goal> goal = chance.nextInt(40) == 0
                ? Optional.of(facts.race(date, date.plusDays(5 + chance.nextInt(120)), 5000))
                : Optional.empty();
        Optional<Clearance> leave = chance.nextInt(25) == 0 ? Optional.of(facts.cleared(date, 0)) : Optional.empty();
        List<PlannedPhase> phases = chance.nextInt(25) == 0
                ? List.of(facts.phase(date, date.plusDays(chance.nextInt(9)), anyOf(Phase.values()), 0, false))
                : List.of();
        return new Wishes(
                goal,
                List.of(),
                terms,
                chance.nextInt(50) == 0
                        ? List.of(facts.benchmark(date, 5000, 1200 + chance.nextInt(400), 0))
                        : List.of(),
                leave,
                Optional.empty(),
                phases,
                order(date));
    }

    private Optional<WeekOrder> order(LocalDate date) {
        if (date.getDayOfWeek() != DayOfWeek.MONDAY || chance.nextInt(4) > 0) {
            return Optional.empty();
        }
        List<String> week = new ArrayList<>(List.of("1234567".split("")));
        Collections.shuffle(week, chance);
        return Optional.of(facts.ordered(date, String.join("", week), 0));
    }

    private PlanTerms terms(LocalDate date) {
        List<DayOfWeek> week = new ArrayList<>(List.of(DayOfWeek.values()));
        Collections.shuffle(week, chance);
        Set<DayOfWeek> chosen = EnumSet.copyOf(week.subList(0, 3 + chance.nextInt(4)));
        PlanTerms usual = facts.terms(date, 0);
        return new PlanTerms(
                usual.athlete(),
                date,
                "r",
                usual.ingestedAt(),
                usual.recordedAt(),
                0,
                chosen,
                chosen.iterator().next(),
                chance.nextBoolean() ? PlanTerms.Mode.AUTOMATIC : PlanTerms.Mode.REVIEW_FIRST,
                chance.nextInt(4),
                false,
                SomeFacts.COACH);
    }

    /** Now and then issued, and now and then decided. */
    private Wishes decided(Prescription told, Wishes wishes) {
        Optional<IssuedSession> issued = chance.nextInt(3) == 0 ? Optional.of(issued(told)) : Optional.empty();
        List<PlanDecision> decisions = told.adjustment()
                .filter(change -> chance.nextInt(3) == 0)
                .map(change -> List.of(facts.decided(
                        told.date(), change.cause(), change.revision(), anyOf(PlanDecision.Verdict.values()), 0)))
                .orElse(List.of());
        return new Wishes(
                wishes.goal(),
                decisions,
                wishes.terms(),
                wishes.benchmarks(),
                wishes.clearance(),
                issued,
                wishes.phases(),
                wishes.order());
    }

    private <T> T anyOf(T[] all) {
        return List.of(all).get(chance.nextInt(all.length));
    }

    private IssuedSession issued(Prescription told) {
        Instant at = told.date().atTime(0, 5).toInstant(ZoneOffset.UTC);
        return new IssuedSession(
                told.athlete(),
                told.date(),
                "r",
                at,
                at,
                told.level(),
                told.levelName(),
                told.planned(),
                told.adjustment());
    }
}
