package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.plan.Workout;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The way back after an illness or a stop: easy running only, at half the length, for as many days as the illness lasted (two to
 * seven), a week after a stop, as long as the symptoms stay away (IOC consensus on return to sport: Schwellnus 2022).
 */
final class Returning {
    private static final double HALF = 0.5;
    private static final int FEWEST_DAYS = 2;
    private static final int MOST_DAYS = 7;

    private final Adjusting adjusting;
    private final Recently recently;
    private final Sessions sessions;

    Returning(Adjusting adjusting, Recently recently, Sessions sessions) {
        this.adjusting = adjusting;
        this.recently = recently;
        this.sessions = sessions;
    }

    Optional<Adjusted> adjusted(Course course) {
        LocalDate date = recently.planned();
        Optional<LocalDate> afterStop = course.clearedOn().map(day -> day.plusDays(MOST_DAYS - 1L));
        if (afterStop.filter(last -> !date.isAfter(last)).isPresent()) {
            return gently(
                    afterStop.get(),
                    AdjustmentCause.SAFETY,
                    "Back after a stop: a week of easy running at half the length; stop again at any sign.");
        }
        return recently.lastIllness().flatMap(illness -> {
            int days = Math.max(FEWEST_DAYS, Math.min(MOST_DAYS, illness.days()));
            return illness.ago() < days
                    ? gently(
                            date.plusDays(days - illness.ago() - 1L),
                            AdjustmentCause.ILLNESS,
                            "Back after an illness: easy running at half the length first; if symptoms return, rest.")
                    : Optional.empty();
        });
    }

    private Optional<Adjusted> gently(LocalDate until, AdjustmentCause cause, String reason) {
        Workout planned = adjusting.planned();
        if (planned.kind() == Workout.Kind.EASY || planned.kind() == Workout.Kind.LONG) {
            return adjusting.shortened(cause, HALF, Optional.of(until), reason);
        }
        int minutes = Math.max(20, Sizes.nearest(planned.minutes() * HALF));
        return Optional.of(adjusting.swapped(
                cause, sessions.easy(Math.min(minutes, planned.minutes())), Optional.of(until), reason));
    }
}
