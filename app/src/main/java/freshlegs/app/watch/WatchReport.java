package freshlegs.app.watch;

import freshlegs.model.AthleteId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of one watch's files. {@code handedOver} are the new ones, {@code known} counts those handed over before,
 * {@code skipped} are left out for good, {@code failed} will be tried again, {@code problem} says why it ended early;
 * {@code workouts} is empty unless somebody asked for them.
 */
public record WatchReport(
        Path mount,
        WatchIdentity watch,
        Optional<AthleteId> athlete,
        List<String> handedOver,
        int known,
        List<Skipped> skipped,
        List<Skipped> failed,
        Optional<String> problem,
        Optional<WorkoutReport> workouts) {

    /** One that nothing was read from. */
    public static WatchReport without(Path mount, WatchIdentity watch, String problem) {
        return new WatchReport(
                mount,
                watch,
                Optional.empty(),
                List.of(),
                0,
                List.of(),
                List.of(),
                Optional.of(problem),
                Optional.empty());
    }

    public WatchReport with(WorkoutReport found) {
        return new WatchReport(mount, watch, athlete, handedOver, known, skipped, failed, problem, Optional.of(found));
    }

    /** One whose files cannot even be listed. */
    public static WatchReport unreadable(PluggedWatch watch) {
        return without(
                watch.storage(),
                WatchIdentity.unknown(watch.make()),
                "the watch cannot be read: unlock it if it asks for that, and plug it in again");
    }

    public boolean isComplete() {
        return failed.isEmpty()
                && problem.isEmpty()
                && workouts.flatMap(WorkoutReport::problem).isEmpty();
    }
}
