package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Adjustment;
import freshlegs.model.plan.Adjustment.Kind;
import freshlegs.model.plan.Workout;
import java.time.LocalDate;
import java.util.Optional;

/** A session and what was done to it. */
record Adjusted(Workout workout, Optional<Adjustment> adjustment) {

    /** All of an adjustment that a person decides about; paces and heart rates may move a little without making it another one. */
    private record Changed(LocalDate date, AdjustmentCause cause, Kind kind, String planned, String instead) {}

    static Adjusted none(Workout planned) {
        return new Adjusted(planned, Optional.empty());
    }

    static String revision(LocalDate date, AdjustmentCause cause, Kind kind, Workout planned, Workout instead) {
        return ContentHash.revisionOf(Json.write(new Changed(date, cause, kind, planned.title(), instead.title())));
    }

    /** Both as one, of what was {@code planned} for the day: the first cause names it, both reasons explain it. */
    Adjusted then(Adjusted next, Workout planned, LocalDate date) {
        if (adjustment.isEmpty()) {
            return next;
        }
        Adjustment first = adjustment.get();
        Adjustment second = next.adjustment().orElseThrow();
        Workout left = next.workout();
        Kind kind = left.kind() == Workout.Kind.REST
                ? Kind.DROPPED
                : left.kind() != planned.kind() && first.kind() != Kind.MOVED ? Kind.SWAPPED : first.kind();
        return new Adjusted(
                left,
                Optional.of(new Adjustment(
                        kind,
                        first.reason() + " " + second.reason(),
                        first.cause(),
                        revision(date, first.cause(), kind, planned, left),
                        left,
                        first.until(),
                        first.episode(),
                        first.rules())));
    }
}
