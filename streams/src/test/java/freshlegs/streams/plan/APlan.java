package freshlegs.streams.plan;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.StatusDay;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.load.TrainingLoad;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** An athlete's plan, told day by day from a Monday on. */
final class APlan {
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final SomeFacts facts = SomeFacts.of("ann");
    private final List<PlanDay> days = new ArrayList<>();
    private Status status = Status.GREEN;
    private double feeling;
    private Wishes wishes = Wishes.NONE;

    static APlan at(Level level) {
        APlan plan = new APlan();
        plan.days.add(plan.dayBefore(level));
        return plan;
    }

    private PlanDay dayBefore(Level level) {
        Standing standing = new Standing(level.rung(), Optional.empty(), List.of(), 0, 0, false);
        PlanDay first = Plan.next(List.of(), today(MONDAY.minusDays(1), List.of(), List.of()));
        return new PlanDay(
                first.prescription(),
                Status.GREEN,
                "All calm.",
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                false,
                new Ran(60, 10_000, 30_000, 3 * 3600, 3),
                false,
                standing,
                Course.NONE,
                Optional.empty());
    }

    APlan status(Status now) {
        status = now;
        return this;
    }

    APlan feeling(double chart) {
        feeling = chart;
        return this;
    }

    /** What is asked of every day from now on. */
    APlan asked(Wishes of) {
        wishes = of;
        return this;
    }

    APlan rests(int count) {
        for (int i = 0; i < count; i++) {
            next(List.of(), List.of());
        }
        return this;
    }

    /** Easy running of 50 minutes every other day. */
    APlan jogs(int count) {
        for (int i = 0; i < count; i++) {
            next(i % 2 == 0 ? List.of(ASimpleRun.of(facts, tomorrow(), 50, 8_000, List.of())) : List.of(), List.of());
        }
        return this;
    }

    /** A day on which something is said in the morning, and nothing run. */
    APlan says(OptionalInt soreness, boolean pain, Set<CheckIn.Symptom> symptoms, LocalDateTime at) {
        Instant told = at.toInstant(ZoneOffset.UTC);
        CheckIn morning = new CheckIn.Morning(
                AthleteId.of("ann"),
                tomorrow(),
                "r",
                told,
                told,
                OptionalInt.empty(),
                OptionalInt.empty(),
                soreness,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(pain),
                symptoms);
        next(List.of(), List.of(morning));
        return this;
    }

    /** A key session of {@code count} repeats with the effort, or none, that the athlete gave it. */
    APlan repeats(int count, double metres, OptionalInt effort, double... seconds) {
        List<Repeat> repeats = IntStream.range(0, count)
                .mapToObj(i -> new Repeat(
                        600 + i * 200,
                        seconds.length > i ? seconds[i] : metres / 4,
                        metres,
                        90,
                        OptionalDouble.empty()))
                .toList();
        Session run = facts.run(tomorrow());
        next(
                List.of(ASimpleRun.of(facts, tomorrow(), 60, run.distanceMetres(), repeats)),
                effort.isPresent() ? List.of(facts.afterRun(tomorrow(), effort.getAsInt())) : List.of());
        return this;
    }

    APlan easyRun(int effort) {
        next(List.of(facts.run(tomorrow())), List.of(facts.afterRun(tomorrow(), effort)));
        return this;
    }

    LocalDate tomorrow() {
        return days.get(days.size() - 1).date().plusDays(1);
    }

    Prescription tomorrows() {
        return outlook(1).get(0);
    }

    List<Prescription> outlook(int count) {
        return Plan.outlook(AthleteId.of("ann"), days, Collections.nCopies(count, wishes));
    }

    /** What the next Tuesday asks. */
    Prescription quality() {
        return outlook(7).stream()
                .filter(day -> day.date().getDayOfWeek() == DayOfWeek.TUESDAY)
                .findFirst()
                .orElseThrow();
    }

    Standing standing() {
        return days.get(days.size() - 1).standing();
    }

    PlanDay last() {
        return days.get(days.size() - 1);
    }

    private void next(List<Session> sessions, List<CheckIn> checkIns) {
        days.add(Plan.next(List.copyOf(days), today(tomorrow(), sessions, checkIns)));
    }

    private PlanFacts today(LocalDate date, List<Session> sessions, List<CheckIn> checkIns) {
        Domain subjective = new Domain(
                Domain.Name.SUBJECTIVE,
                true,
                feeling >= 1,
                OptionalDouble.of(feeling),
                "SD",
                OptionalDouble.of(0),
                OptionalDouble.of(1),
                OptionalDouble.of(feeling),
                feeling,
                0,
                30,
                OptionalDouble.of(1),
                OptionalInt.of(10),
                Optional.empty(),
                "chart.subjective/1");
        return new PlanFacts(
                AthleteId.of("ann"),
                date,
                new StatusDay(
                        AthleteId.of("ann"),
                        date,
                        status,
                        status.isAlert() ? "Resting heart rate and mood are off." : "All calm.",
                        false,
                        List.of(subjective),
                        List.of(),
                        List.of(),
                        status.isAlert() ? List.of("fatigue.two-keys/1") : List.of(),
                        "1"),
                status.isAlert() ? List.of("fatigue." + date) : List.of(),
                sessions,
                checkIns,
                TrainingLoad.of(List.of(), date, List.of(), List.of(), List.of(), OptionalDouble.empty())
                        .body(),
                wishes);
    }
}
