package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.plan.Done;
import freshlegs.model.plan.Workout;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Prescription.Aim;
import freshlegs.model.result.StatusDay;
import freshlegs.streams.plan.Prescribing.Prescribed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What became of a day: the run that was matched to a session, the standing after it, and what later days must remember. */
final class Following {
    private static final int HARD_EFFORT = 7;
    private static final int MOVED_DAYS = 2;
    private static final double HARD_SECONDS_ABOVE_THRESHOLD = 480;
    private static final double HRV_USUAL_SPREADS = 0.5;

    private final Prescribing prescribing;
    private final PlanFacts today;

    Following(Prescribing prescribing, PlanFacts today) {
        this.prescribing = prescribing;
        this.today = today;
    }

    PlanDay day() {
        Prescribed asked = prescribing.today(today);
        Recently recently = prescribing.recently();
        Matched matched =
                Matching.of(open(asked), today, Level.of(recently.standing().level()));
        StatusDay status = today.status();
        Optional<LocalDate> stopped = isStopped(asked.course()) ? Optional.of(today.date()) : Optional.empty();
        Optional<LocalDate> ahead = matched.done().map(Done::plannedFor).filter(day -> day.isAfter(today.date()));
        boolean close = Aiming.isCloseToRace(today.date(), prescribing.aim());
        return new PlanDay(
                asked.prescription().with(matched.done()),
                status.status(),
                status.why(),
                today.episodes(),
                status.rules(),
                feelingChart(status),
                hrvOutside(status),
                Ran.of(today.sessions()),
                isHard(matched),
                Climbing.after(recently, status.status(), matched.ladder(), close),
                asked.course().after(stopped, raced(), ahead, benchmarks(asked, matched)),
                prescribing.heartRates());
    }

    /** By a warning sign told today, or by the alert; not again by the same one after a person has given leave. */
    private boolean isStopped(Course course) {
        if (Course.isCleared(today.wishes())) {
            return false;
        }
        boolean sameAlert = prescribing.recently().status() == Status.STOP;
        boolean alert = today.status().status() == Status.STOP
                && !(sameAlert && course.clearedOn().isPresent());
        return alert || today.checkIns().stream().anyMatch(Following::isWarning);
    }

    private static boolean isWarning(CheckIn told) {
        Set<Symptom> symptoms = told instanceof CheckIn.Morning morning
                ? morning.symptoms()
                : told instanceof CheckIn.AfterRun run ? run.symptoms() : Set.of();
        return symptoms.stream().anyMatch(Symptom::stopsTraining);
    }

    private Optional<LocalDate> raced() {
        return prescribing.aim().map(Aim::date).filter(today.date()::equals);
    }

    private Benchmarks benchmarks(Prescribed asked, Matched matched) {
        Benchmarks stated = asked.course().benchmarks();
        return matched.result().isEmpty()
                ? stated
                : stated.next(today.date(), today.wishes().benchmarks(), matched.result(), 0);
    }

    /** The day's own session, then the key sessions of the two days before and after it that nobody has run yet. */
    private List<Planned> open(Prescribed asked) {
        List<Planned> open = new ArrayList<>();
        Prescription prescription = asked.prescription();
        add(open, prescription.date(), prescription.level(), prescription.prescribed(), true);
        Week week = prescribing.week();
        for (int days = 1; days <= MOVED_DAYS; days++) {
            LocalDate before = today.date().minusDays(days);
            prescribing
                    .recently()
                    .on(before)
                    .map(PlanDay::prescription)
                    .filter(one -> !isRun(before))
                    .ifPresent(one -> add(open, before, one.level(), one.prescribed(), false));
            LocalDate after = today.date().plusDays(days);
            if (asked.course().frame().filter(frame -> frame.isOf(after)).isPresent() && !isRun(after)) {
                add(open, after, week.rung(), week.on(after), false);
            }
        }
        return List.copyOf(open);
    }

    private static void add(List<Planned> open, LocalDate date, int level, Workout workout, boolean anyRun) {
        boolean key = workout.hard() || workout.kind() == Workout.Kind.STRIDES;
        if (workout.kind().isRun() && (anyRun || key)) {
            open.add(new Planned(date, level, workout));
        }
    }

    private boolean isRun(LocalDate planned) {
        return prescribing.recently().within(2 * MOVED_DAYS, day -> day.prescription()
                .done()
                .filter(done -> done.plannedFor().equals(planned))
                .isPresent());
    }

    private static OptionalDouble feelingChart(StatusDay status) {
        for (Domain domain : status.domains()) {
            if (domain.name() == Domain.Name.SUBJECTIVE && domain.known()) {
                return OptionalDouble.of(domain.chart());
            }
        }
        return OptionalDouble.empty();
    }

    private static boolean hrvOutside(StatusDay status) {
        return status.domains().stream()
                .filter(domain -> domain.name() == Domain.Name.HRV && domain.known())
                .anyMatch(domain -> Math.abs(domain.z().orElse(0)) > HRV_USUAL_SPREADS);
    }

    private boolean isHard(Matched matched) {
        boolean timed = matched.done()
                .filter(done -> done.kind() == Workout.Kind.RACE || done.kind() == Workout.Kind.TIME_TRIAL)
                .isPresent();
        boolean felt = LadderSession.effort(today).orElse(0) >= HARD_EFFORT;
        OptionalDouble threshold = today.thresholdSpeedMetresPerSecond();
        boolean fast = threshold.isPresent()
                && today.sessions().stream()
                        .anyMatch(run -> LadderSession.secondsAbove(run, threshold.getAsDouble())
                                >= HARD_SECONDS_ABOVE_THRESHOLD);
        return timed
                || felt
                || fast
                || matched.ladder().filter(LadderSession::isHard).isPresent();
    }
}
