package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Adjustment.Kind;
import freshlegs.model.plan.Workout;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is left of a planned session: safety first, then illness and the way back from it; then, one after the other, fatigue by the
 * table of states and sessions, life outside, hard days apart, the week's bound, and the weather.
 */
final class Adjusting {
    /** So much more than the week was framed for is let pass, since nobody runs to the metre. */
    private static final double OVERSHOOT = 0.10;

    private final Workout planned;
    private final Recently recently;
    private final Sessions sessions;

    Adjusting(Workout planned, Recently recently, Sessions sessions) {
        this.planned = planned;
        this.recently = recently;
        this.sessions = sessions;
    }

    /** What health or absence say is final; of all else each looks at what is left by those before it. */
    Adjusted adjust(Course course, Frame frame, Caps caps) {
        if (!planned.kind().isRun()) {
            return Adjusted.none(planned);
        }
        LocalDate date = recently.planned();
        return health(course)
                .or(() -> new Availability(this, course, date).away())
                .orElseGet(() -> inTurn(List.of(
                        left -> course.runAhead().filter(date::equals).map(day -> left.alreadyRun()),
                        left -> new Returning(left, recently, sessions).adjusted(course),
                        left -> new Fatigue(left, recently, sessions)
                                .adjusted()
                                .filter(eased -> !isBeyondLimit(eased, course.terms())),
                        left -> new Availability(left, course, date).shortened(recently.status()),
                        left -> new Spacing(left, recently, course, frame, caps).adjusted(),
                        left -> left.tooMuch(frame, caps),
                        left -> left.weather(course, date))));
    }

    /** So many runs shortened for a mild warning in a week and no more; what is hard, strong or for health always gives way. */
    private boolean isBeyondLimit(Adjusted eased, Terms terms) {
        return isMild(eased.adjustment())
                && recently.status() != Status.RED
                && recently.thisWeek(day -> isMild(day.prescription().adjustment()) ? 1 : 0)
                        >= terms.mostChangesAWeek();
    }

    private static boolean isMild(Optional<Adjustment> change) {
        return change.filter(one -> one.cause() == AdjustmentCause.FATIGUE && one.kind() == Kind.SHORTENED)
                .isPresent();
    }

    private Adjusted inTurn(List<Function<Adjusting, Optional<Adjusted>>> rules) {
        Adjusted now = Adjusted.none(planned);
        for (Function<Adjusting, Optional<Adjusted>> rule : rules) {
            Adjusted before = now;
            if (!before.workout().kind().isRun()) {
                return before;
            }
            now = rule.apply(new Adjusting(before.workout(), recently, sessions))
                    .map(next -> before.then(next, planned, recently.planned()))
                    .orElse(before);
        }
        return now;
    }

    Workout planned() {
        return planned;
    }

    Sessions sessions() {
        return sessions;
    }

    private Optional<Adjusted> health(Course course) {
        if (course.stopped().isPresent()) {
            return Optional.of(dropped(
                    AdjustmentCause.SAFETY,
                    Optional.empty(),
                    "Stop training and seek medical advice. Training comes back when a person who has spoken with a doctor"
                            + " gives leave."));
        }
        if (recently.status() == Status.ILLNESS) {
            return Optional.of(dropped(
                    AdjustmentCause.ILLNESS,
                    Optional.empty(),
                    "Rest. Training comes back, easy first, when the symptoms have been gone for a day."));
        }
        return Optional.empty();
    }

    private Adjusted alreadyRun() {
        return swapped(
                AdjustmentCause.DONE,
                sessions.easy(Math.min(30, planned.minutes())),
                Optional.of(recently.planned()),
                "You have run this session on a day before, so today is easy.");
    }

    private Optional<Adjusted> tooMuch(Frame frame, Caps caps) {
        if (planned.kind() == Workout.Kind.RACE || !frame.isBound()) {
            return Optional.empty();
        }
        int left = caps.leftMetres(frame);
        double done = recently.thisWeek(day -> day.ran().metres());
        if (caps.metres(planned) <= Math.max(left, (1 + OVERSHOOT) * frame.mostMetres() - done)) {
            return Optional.empty();
        }
        Workout less = caps.fit(planned, left, sessions);
        String reason = "This week already holds "
                + kilometres(recently.thisWeek(day -> day.ran().metres())) + " km of " + kilometres(frame.mostMetres())
                + " km, so that it does not grow too fast.";
        LocalDate sunday = frame.monday().plusDays(6);
        return Optional.of(
                less.kind().isRun()
                        ? changed(AdjustmentCause.LOAD, Kind.SHORTENED, less, Optional.of(sunday), reason)
                        : dropped(AdjustmentCause.LOAD, Optional.of(sunday), reason));
    }

    private Optional<Adjusted> weather(Course course, LocalDate date) {
        if (course.isIn(Phase.ICE, date)) {
            return eased(
                    sessions.onIce(planned), course.lastDayOf(Phase.ICE, date), "Ice: safe ground comes before pace.");
        }
        return course.isIn(Phase.HEAT, date)
                ? eased(
                        sessions.inHeat(planned),
                        course.lastDayOf(Phase.HEAT, date),
                        "Heat: by effort instead of pace, early or late in the day, and drink more.")
                : Optional.empty();
    }

    private Optional<Adjusted> eased(Workout instead, Optional<LocalDate> until, String reason) {
        return instead.equals(planned)
                ? Optional.empty()
                : Optional.of(changed(AdjustmentCause.WEATHER, Kind.EASED, instead, until, reason));
    }

    private static String kilometres(int metres) {
        return Integer.toString(Math.round(metres / 1000f));
    }

    Adjusted swapped(AdjustmentCause cause, Workout instead, Optional<LocalDate> until, String reason) {
        return changed(cause, Kind.SWAPPED, instead, until, reason);
    }

    Adjusted dropped(AdjustmentCause cause, Optional<LocalDate> until, String reason) {
        return changed(cause, Kind.DROPPED, sessions.rest(), until, reason);
    }

    /** Less of the same; a session that is short already stays as it is. */
    Optional<Adjusted> shortened(AdjustmentCause cause, double share, Optional<LocalDate> until, String reason) {
        Workout less = sessions.shortened(planned, share);
        return less.minutes() >= planned.minutes()
                ? Optional.empty()
                : Optional.of(changed(cause, Kind.SHORTENED, less, until, reason));
    }

    Adjusted changed(AdjustmentCause cause, Kind kind, Workout instead, Optional<LocalDate> until, String reason) {
        boolean explained = cause == AdjustmentCause.FATIGUE || cause.isBinding();
        String because = recently.status().isAlert() && explained ? recently.why() + " " : "";
        return new Adjusted(
                instead,
                Optional.of(new Adjustment(
                        kind,
                        because + reason,
                        cause,
                        Adjusted.revision(recently.planned(), cause, kind, planned, instead),
                        instead,
                        until,
                        recently.episode(cause),
                        recently.episode(cause).isPresent() ? recently.rules() : List.of())));
    }
}
