package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.model.plan.Workout;
import freshlegs.streams.plan.LadderSession.Verdict;
import freshlegs.streams.plan.Prescribing.Prescribed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A day ahead as if all went as it is asked: what is asked is run and goes well, and the athlete's state stays for a while and
 * then clears, except for a stop.
 */
final class Assuming {
    private static final int WATCH_DAYS = 2;
    private static final int AMBER_DAYS = 7;
    private static final int RED_DAYS = 10;
    private static final int ILL_DAYS = 5;

    private final Prescribing prescribing;
    private final PlanDay last;

    Assuming(Prescribing prescribing, PlanDay last) {
        this.prescribing = prescribing;
        this.last = last;
    }

    PlanDay day() {
        Prescribed asked = prescribing.ahead();
        LocalDate date = prescribing.recently().planned();
        Workout workout = asked.prescription().prescribed();
        Status status = status(date);
        Optional<LocalDate> raced =
                prescribing.aim().filter(aim -> aim.date().equals(date)).map(aim -> date);
        return new PlanDay(
                asked.prescription(),
                status,
                status == last.status() ? last.why() : "",
                status == last.status() ? last.episodes() : List.of(),
                status == last.status() ? last.rules() : List.of(),
                status == last.status() ? last.feelingChart() : OptionalDouble.empty(),
                status == last.status() && last.hrvOutside(),
                Ran.as(workout, prescribing.speed()),
                workout.hard(),
                Climbing.after(
                        prescribing.recently(),
                        status,
                        session(asked, workout, date),
                        Aiming.isCloseToRace(date, prescribing.aim())),
                asked.course()
                        .after(
                                Optional.empty(),
                                raced,
                                Optional.empty(),
                                asked.course().benchmarks()),
                last.heartRates());
    }

    /** A key session goes well on its rung; on the first rungs easy running is enough. */
    private Optional<LadderSession> session(Prescribed asked, Workout workout, LocalDate date) {
        boolean key = workout.kind().isRun()
                && workout.equals(asked.prescription().planned())
                && (asked.prescription().level() == 0 || prescribing.week().isKey(date));
        int rung = Math.min(
                asked.prescription().level(), prescribing.recently().standing().level());
        return key ? Optional.of(new LadderSession(Level.of(rung), Verdict.SUCCESS)) : Optional.empty();
    }

    private Status status(LocalDate date) {
        long ahead = ChronoUnit.DAYS.between(last.date(), date);
        boolean lasts =
                switch (last.status()) {
                    case STOP, GREEN -> true;
                    case RED -> ahead <= RED_DAYS;
                    case AMBER -> ahead <= AMBER_DAYS;
                    case ILLNESS -> ahead <= ILL_DAYS;
                    case WATCH -> ahead <= WATCH_DAYS;
                    case UNKNOWN -> false;
                };
        return lasts ? last.status() : Status.GREEN;
    }
}
