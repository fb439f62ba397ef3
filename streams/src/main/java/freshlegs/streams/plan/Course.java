package freshlegs.streams.plan;

import freshlegs.model.fact.PlannedPhase.Phase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the plan carries from day to day beside the ladder: the terms, what is known of the athlete's ability, the day of the last
 * race of this plan, circumstances, since when training is stopped, the week's frame, a key session that was moved to a later day
 * or run on a day before its own, in which order the days of the week are run, what a usual week held when the plan began and holds, and the Monday of the first week with a
 * hard session.
 */
record Course(
        Terms terms,
        Benchmarks benchmarks,
        Optional<LocalDate> lastRace,
        List<Circumstance> circumstances,
        Optional<LocalDate> stopped,
        Optional<LocalDate> clearedOn,
        Optional<Frame> frame,
        Optional<LocalDate> movedTo,
        Optional<LocalDate> runAhead,
        WeekPlaces places,
        int metresAtStart,
        int usualMetres,
        Optional<LocalDate> speedSince) {
    static final Course NONE = new Course(
            Terms.USUAL,
            Benchmarks.NONE,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            WeekPlaces.USUAL,
            0,
            0,
            Optional.empty());

    Course {
        circumstances = List.copyOf(circumstances);
    }

    boolean isIn(Phase phase, LocalDate date) {
        return circumstances.stream().anyMatch(one -> one.phase() == phase && one.holdsOn(date));
    }

    /** The last day of the phase that holds. */
    Optional<LocalDate> lastDayOf(Phase phase, LocalDate date) {
        return circumstances.stream()
                .filter(one -> one.phase() == phase && one.holdsOn(date))
                .map(Circumstance::last)
                .reduce((one, other) -> one.isAfter(other) ? one : other);
    }

    /** With what people say on the day. */
    Course hearing(Wishes wishes, LocalDate date, int daysWithoutRun) {
        boolean anew = wishes.terms().isPresent() || wishes.goal().isPresent();
        return new Course(
                wishes.terms().map(Terms::of).orElse(terms),
                benchmarks.next(date, wishes.benchmarks(), Optional.empty(), daysWithoutRun),
                lastRace,
                Circumstance.next(circumstances, wishes.phases(), date),
                isCleared(wishes) ? Optional.empty() : stopped,
                isCleared(wishes) ? Optional.of(date) : clearedOn,
                anew ? Optional.empty() : frame,
                movedTo.filter(day -> !day.isBefore(date)),
                runAhead.filter(day -> !day.isBefore(date)),
                places.hearing(wishes.order(), date),
                wishes.terms().isPresent() ? 0 : metresAtStart,
                usualMetres,
                speedSince);
    }

    /** Whether a person gives leave to train on this day; on the day of a stop itself that counts too. */
    static boolean isCleared(Wishes wishes) {
        return wishes.clearance().filter(leave -> !leave.withdrawn()).isPresent();
    }

    Course framed(Frame framed, int weekMetres, boolean usualNow) {
        return new Course(
                terms,
                benchmarks,
                lastRace,
                circumstances,
                stopped,
                clearedOn,
                Optional.of(framed),
                movedTo,
                runAhead,
                places,
                metresAtStart > 0 ? metresAtStart : weekMetres,
                usualNow ? weekMetres : usualMetres,
                speedSince.or(
                        () -> framed.rung() >= Level.TEMPO.rung() ? Optional.of(framed.monday()) : Optional.empty()));
    }

    Course moving(LocalDate to) {
        return with(stopped, clearedOn, Optional.of(to), runAhead, benchmarks, lastRace);
    }

    /** After the day: a stop begins, a race is over, a session was run ahead of its day, an ability was shown. */
    Course after(
            Optional<LocalDate> stoppedNow, Optional<LocalDate> raced, Optional<LocalDate> ahead, Benchmarks shown) {
        return with(
                stopped.or(() -> stoppedNow),
                stoppedNow.isPresent() ? Optional.empty() : clearedOn,
                movedTo,
                ahead.or(() -> runAhead),
                shown,
                raced.or(() -> lastRace));
    }

    private Course with(
            Optional<LocalDate> stop,
            Optional<LocalDate> cleared,
            Optional<LocalDate> moved,
            Optional<LocalDate> ahead,
            Benchmarks known,
            Optional<LocalDate> raced) {
        return new Course(
                terms,
                known,
                raced,
                circumstances,
                stop,
                cleared,
                frame,
                moved,
                ahead,
                places,
                metresAtStart,
                usualMetres,
                speedSince);
    }
}
