package freshlegs.ingest.workout;

import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Where it stands what an athlete is to run in the coming days. */
public interface ComingWorkouts {
    /** How far ahead watches are told. */
    int DAYS_AHEAD = 14;

    /** Today's session unless it was run, and those of the days after it, {@value #DAYS_AHEAD} days in all. */
    Answer of(AthleteId athlete);

    /** What is known of the coming days. */
    sealed interface Answer {}

    /** The files, by their days, none where there is no plan; the athlete's own today, and the days whose session was run. */
    record Found(LocalDate today, Set<LocalDate> run, List<WorkoutFile> files) implements Answer {
        public Found {
            run = Set.copyOf(run);
            files = List.copyOf(files);
        }
    }

    /** It cannot be looked up; the sentence says why. Nothing is withdrawn because of that. */
    record Unknown(String note) implements Answer {}

    /** For an intake without a database. */
    static ComingWorkouts nowhere() {
        return athlete ->
                new Unknown("the plan is not known here, because this intake has no database (FRESHLEGS_POSTGRES_URL)");
    }
}
