package freshlegs.ingest.workout;

import freshlegs.model.plan.Workout;
import java.time.LocalDate;

/** What is to be run on a day. */
public record PlannedSession(LocalDate date, Workout workout) {}
