package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.util.Optional;

/** A workout made to fit into so many minutes and metres. */
record Fitting(Making making, int mostMinutes, int mostMetres) {
    Optional<Workout> fitted() {
        return fits(making.workout()) ? Optional.of(making.workout()) : Optional.empty();
    }

    private boolean fits(Workout workout) {
        return workout.kind() == Workout.Kind.RACE
                || (workout.minutes() <= mostMinutes && workout.metres() <= mostMetres);
    }
}
