package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.fact.PlannedPhase.Phase;
import freshlegs.model.plan.Adjustment.Kind;
import freshlegs.model.plan.Workout;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What life outside leaves: nothing while away; two fifths less while busy or travelling, hard sessions with their pace as long as
 * all is well, and by effort where the ground is unknown.
 */
record Availability(Adjusting adjusting, Course course, LocalDate date) {
    private static final double LESS = 0.6;

    Optional<Adjusted> away() {
        return course.lastDayOf(Phase.AWAY, date)
                .map(last -> adjusting.dropped(
                        AdjustmentCause.AVAILABILITY,
                        Optional.of(last),
                        "Away as planned: nothing to catch up on afterwards."));
    }

    Optional<Adjusted> shortened(Status status) {
        boolean travels = course.isIn(Phase.TRAVEL, date);
        if (adjusting.planned().kind() == Workout.Kind.RACE || !(travels || course.isIn(Phase.BUSY, date))) {
            return Optional.empty();
        }
        Optional<LocalDate> until = course.lastDayOf(travels ? Phase.TRAVEL : Phase.BUSY, date);
        String why = travels ? "On the road: shorter" : "A busy time: shorter";
        Workout planned = adjusting.planned();
        if (planned.hard() && status != Status.GREEN && status != Status.UNKNOWN) {
            return Optional.of(adjusting.swapped(
                    AdjustmentCause.AVAILABILITY,
                    adjusting.sessions().easy(Math.min(30, planned.minutes())),
                    until,
                    why + ", and easy, since not all is calm."));
        }
        Workout less = adjusting.sessions().shortened(planned, LESS);
        Workout instead = travels ? adjusting.sessions().byEffort(less) : less;
        return instead.equals(planned)
                ? Optional.empty()
                : Optional.of(adjusting.changed(
                        AdjustmentCause.AVAILABILITY,
                        Kind.SHORTENED,
                        instead,
                        until,
                        why + (travels ? ", by effort instead of pace." : ", at the same intensity.")));
    }
}
