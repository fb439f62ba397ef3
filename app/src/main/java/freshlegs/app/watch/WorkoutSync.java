package freshlegs.app.watch;

import freshlegs.app.watch.PluggedWatch.Make;
import freshlegs.app.watch.WatchSync.Seen;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.WorkoutFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the coming sessions onto a watch and takes back those of ours that the plan has changed or dropped, or that are past. What
 * is about to be put there is remembered before, so that nothing of ours is ever on a watch without our knowing.
 */
public final class WorkoutSync {
    private final Watches watches;
    private final ComingWorkouts plan;
    private final WatchReader reader;
    private final WatchWriter writer;

    public WorkoutSync(Watches watches, ComingWorkouts plan, WatchReader reader, WatchWriter writer) {
        this.watches = watches;
        this.plan = plan;
        this.reader = reader;
        this.writer = writer;
    }

    /** For a watch whose owner is known. */
    public WorkoutReport run(Seen seen) {
        return with(seen, found -> {
            Tally tally = new Tally();
            try {
                sync(seen, found, tally);
            } catch (IOException e) {
                tally.problem = Optional.of(sentence(e, seen.watch().folder()));
            }
            return tally.report();
        });
    }

    /** What would be put there and taken back as far as our memory says. */
    public WorkoutReport preview(Seen seen) {
        return with(seen, found -> {
            List<WorkoutFile> files = found.files();
            Set<String> wanted = hashes(files);
            Tally tally = new Tally();
            List<PlacedWorkout> placed = watches.known(seen.identity()).placed();
            placed.stream()
                    .filter(each -> !wanted.contains(each.sha256()))
                    .forEach(each -> tally.withdrawn.add(each.shown()));
            Set<String> there = placed.stream().map(PlacedWorkout::sha256).collect(Collectors.toSet());
            files.stream()
                    .filter(file -> !there.contains(file.sha256()))
                    .forEach(file ->
                            tally.written.add(PlacedWorkout.of(file, false).shown()));
            tally.kept = files.size() - tally.written.size();
            return tally.report();
        });
    }

    private interface Doing {
        WorkoutReport with(ComingWorkouts.Found found);
    }

    private WorkoutReport with(Seen seen, Doing doing) {
        if (watches.ownerOf(seen.identity()).isEmpty()) {
            return WorkoutReport.nothing("nobody has said whose the watch is");
        }
        if (seen.watch().make() != Make.GARMIN) {
            return new WorkoutReport(
                    List.of(), List.of(), 0, List.of("only a Garmin takes workouts by cable"), Optional.empty());
        }
        ComingWorkouts.Answer answer = plan.of(watches.known(seen.identity()).athlete());
        return answer instanceof ComingWorkouts.Found found
                ? doing.with(found)
                : WorkoutReport.nothing(((ComingWorkouts.Unknown) answer).note());
    }

    private void sync(Seen seen, ComingWorkouts.Found found, Tally tally) throws IOException {
        KnownWatch known = watches.known(seen.identity());
        WorkoutShelf shelf = new WorkoutShelf(seen.watch().folder(), reader, writer);
        shelf.removeUnfinished();
        Set<String> wanted = hashes(found.files());
        for (PlacedWorkout placed : known.placed()) {
            if (!wanted.contains(placed.sha256())) {
                withdraw(placed, found.today(), shelf, tally);
                known.forget(placed);
                watches.save();
            }
        }
        for (WorkoutFile file : found.files()) {
            place(file, known, shelf, tally);
        }
    }

    private static void withdraw(PlacedWorkout placed, LocalDate today, WorkoutShelf shelf, Tally tally)
            throws IOException {
        if (shelf.takeBack(placed)) {
            tally.withdrawn.add(placed.shown());
        } else if (placed.arrived() && !placed.date().isBefore(today)) {
            tally.remarks.add(placed.shown() + " is no longer planned, but the watch has taken it in where it cannot be"
                    + " found: delete it on the watch");
        }
    }

    /** What has been on the watch once and is gone was taken in, or deleted by its wearer, and is not put there again. */
    private void place(WorkoutFile file, KnownWatch known, WorkoutShelf shelf, Tally tally) throws IOException {
        boolean wasThere = known.placed().contains(PlacedWorkout.of(file, true));
        if (wasThere || shelf.has(file)) {
            tally.kept++;
        } else {
            known.remember(PlacedWorkout.of(file, false));
            watches.save();
            if (!shelf.put(file)) {
                tally.remarks.add(file.name()
                        + " was not written: another file of that name, which is not ours, is in its place");
                known.forget(PlacedWorkout.of(file, false));
                watches.save();
                return;
            }
            tally.written.add(PlacedWorkout.of(file, true).shown());
        }
        if (!wasThere) {
            known.remember(PlacedWorkout.of(file, true));
            watches.save();
        }
    }

    private static Set<String> hashes(List<WorkoutFile> files) {
        return files.stream().map(WorkoutFile::sha256).collect(Collectors.toSet());
    }

    private static String sentence(IOException failure, Path folder) {
        if (!Files.isDirectory(folder)) {
            return "the watch was pulled out: what is missing of the workouts comes next time";
        }
        if (String.valueOf(failure.getMessage()).contains("No space left") || isFull(folder)) {
            return "there is no room left on the watch for workouts: delete something on it and plug it in again";
        }
        return "workouts cannot be written to the watch: unlock it if it asks for that, and plug it in again";
    }

    private static boolean isFull(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace() < WorkoutFile.MOST_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    /** What was done so far. */
    private static final class Tally {
        private final List<String> written = new ArrayList<>();
        private final List<String> withdrawn = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private int kept;
        private Optional<String> problem = Optional.empty();

        WorkoutReport report() {
            return new WorkoutReport(written, withdrawn, kept, remarks, problem);
        }
    }
}
