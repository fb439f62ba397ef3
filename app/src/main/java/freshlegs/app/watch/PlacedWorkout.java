package freshlegs.app.watch;

import freshlegs.ingest.fit.WorkoutLabel;
import freshlegs.ingest.workout.WorkoutFile;
import java.time.LocalDate;

/** A workout file that we put onto a watch, or are about to: {@code arrived} says that it was there whole. */
record PlacedWorkout(String name, LocalDate date, WorkoutLabel label, String sha256, boolean arrived) {
    static PlacedWorkout of(WorkoutFile file, boolean arrived) {
        return new PlacedWorkout(file.name(), file.date(), file.label(), file.sha256(), arrived);
    }

    /** How people see it. */
    String shown() {
        return name + " (" + label.name() + ")";
    }
}
