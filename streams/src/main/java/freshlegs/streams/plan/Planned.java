package freshlegs.streams.plan;

import freshlegs.model.plan.Workout;
import java.time.LocalDate;

/** A planned session that has not been run yet, and the ladder's level that it counts for. */
record Planned(LocalDate date, int level, Workout workout) {}
