package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.plan.Adjustment.Kind;
import freshlegs.model.plan.Workout;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Hard days keep 72 hours from each other and from a warning, and there are no more of them in a week than it is framed for; at a
 * first sign (WATCH) rests grow by half, or the session waits for up to two days when HRV lies outside its usual range.
 */
final class Spacing {
    private static final int APART_DAYS = 2;
    private static final int CALM_DAYS = 3;
    private static final int MOST_MOVED_DAYS = 2;
    private static final double LONGER = 1.5;

    private final Adjusting adjusting;
    private final Recently recently;
    private final Course course;
    private final Frame frame;
    private final Caps caps;
    private final Sessions sessions;

    Spacing(Adjusting adjusting, Recently recently, Course course, Frame frame, Caps caps) {
        this.adjusting = adjusting;
        this.recently = recently;
        this.course = course;
        this.frame = frame;
        this.caps = caps;
        this.sessions = adjusting.sessions();
    }

    Optional<Adjusted> adjusted() {
        if (!adjusting.planned().hard() || adjusting.planned().kind() == Workout.Kind.RACE) {
            return Optional.empty();
        }
        LocalDate date = recently.planned();
        if (recently.within(CALM_DAYS, day -> day.status().isAlert())) {
            return Optional.of(technical(
                    date, "The warning has only just cleared; the hard session comes back after 72 hours of calm."));
        }
        if (recently.within(APART_DAYS, PlanDay::hard)) {
            return Optional.of(technical(
                    date, "A hard day lies less than 72 hours back; the hard session comes back with the next one."));
        }
        if (recently.thisWeek(day -> day.hard() ? 1 : 0) >= frame.hardDays()) {
            return Optional.of(technical(
                    frame.monday().plusDays(6),
                    "This week has had its hard running; the session comes back next week."));
        }
        return recently.status() == Status.WATCH ? watched(date) : Optional.empty();
    }

    private Optional<Adjusted> watched(LocalDate date) {
        Optional<LocalDate> later =
                recently.hrvOutside() && course.movedTo().isEmpty() ? laterDay(date) : Optional.empty();
        if (later.isPresent()) {
            return Optional.of(adjusting.changed(
                    AdjustmentCause.FATIGUE,
                    Kind.MOVED,
                    sessions.easy(Math.min(30, adjusting.planned().minutes())),
                    later,
                    "A first sign, and HRV is not where it usually is: the session waits until " + later.get() + "."));
        }
        return adjusting.planned().kind() == Workout.Kind.REPEATS
                ? Optional.of(adjusting.changed(
                        AdjustmentCause.FATIGUE,
                        Kind.EASED,
                        caps.fit(sessions.withLongerRests(adjusting.planned(), LONGER), sessions),
                        Optional.of(date),
                        "A first sign: rests half as long again; stop when two pieces are more than 3 % slow or it feels"
                                + " like 9 of 10."))
                : Optional.empty();
    }

    /** A training day within two days, of this week and not that of the long run. */
    private Optional<LocalDate> laterDay(LocalDate date) {
        return date.plusDays(1)
                .datesUntil(date.plusDays(MOST_MOVED_DAYS + 1L))
                .filter(frame::isOf)
                .filter(day -> isFree(course.places().dayOf(day)))
                .findFirst();
    }

    private boolean isFree(DayOfWeek day) {
        return course.terms().days().contains(day)
                && day != course.terms().longRun()
                && !course.terms().hardDays(frame.hardDays()).contains(day);
    }

    private Adjusted technical(LocalDate until, String reason) {
        return adjusting.swapped(
                AdjustmentCause.SPACING,
                sessions.technical(Math.min(35, adjusting.planned().minutes())),
                Optional.of(until),
                reason);
    }
}
