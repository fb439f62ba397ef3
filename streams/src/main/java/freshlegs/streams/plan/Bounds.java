package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.util.Optional;

/** What nobody may ask of an athlete, neither the plan nor a person: hard days less than 48 hours apart or too many, or too long a week. */
record Bounds(Recently recently, Frame frame, Caps caps) {
    private static final double HARD_CAP = 1.30;

    /** Why the workout may not stand, in words. */
    Optional<String> forbids(Workout workout) {
        if (workout.hard() && recently.within(1, PlanDay::hard)) {
            return Optional.of("hard days keep at least 48 hours from each other");
        }
        if (workout.hard() && recently.thisWeek(day -> day.hard() ? 1 : 0) >= frame.hardDays()) {
            return Optional.of("the week has had its hard days");
        }
        double most = Math.max(HARD_CAP * recently.fullestWeekMetres().orElse(0), frame.mostMetres());
        return frame.isBound()
                        && recently.thisWeek(day -> day.ran().metres()) + caps.metres(workout) > most
                        && caps.metres(workout) > caps.leftMetres(frame)
                ? Optional.of("a week grows by three tenths at most")
                : Optional.empty();
    }
}
