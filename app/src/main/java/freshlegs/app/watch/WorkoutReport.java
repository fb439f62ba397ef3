package freshlegs.app.watch;

import java.util.List;
import java.util.Optional;

/**
 * What became of the workouts on one watch: those put there, those taken back, how many were there already, what is to be known
 * besides, and why it ended early.
 */
public record WorkoutReport(
        List<String> written, List<String> withdrawn, int kept, List<String> remarks, Optional<String> problem) {
    static WorkoutReport nothing(String problem) {
        return new WorkoutReport(List.of(), List.of(), 0, List.of(), Optional.of(problem));
    }
}
