package freshlegs.app.watch;

import freshlegs.ingest.fit.WorkoutLabel;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a Garmin takes in workouts and where it keeps them: {@code NewFiles}, which it empties, and {@code Workouts}, where a file
 * has another name and is known by what stands in it. Only what is ours to the last byte, or says that it is ours, is touched.
 */
final class WorkoutShelf {
    private static final String UNFINISHED = "FRESHLEG.TMP";
    private static final String ENDING = ".fit";

    private final Path garmin;
    private final WatchReader reader;
    private final WatchWriter writer;
    private Optional<Map<WorkoutLabel, Path>> kept = Optional.empty();

    WorkoutShelf(Path garmin, WatchReader reader, WatchWriter writer) {
        this.garmin = garmin;
        this.reader = reader;
        this.writer = writer;
    }

    /** What a crash or a pulled cable left of us. */
    void removeUnfinished() throws IOException {
        Optional<Path> newFiles = folder("newfiles");
        if (newFiles.isPresent() && isFile(newFiles.get().resolve(UNFINISHED))) {
            writer.delete(newFiles.get().resolve(UNFINISHED));
        }
    }

    /** Whether it is on the watch, in either place. */
    boolean has(WorkoutFile file) throws IOException {
        Optional<Path> waiting = waiting(file.name());
        return (waiting.isPresent() && hash(waiting.get()).equals(file.sha256())) || kept().containsKey(file.label());
    }

    /** Whether it could be put there: not where something else has its name. What is only the beginning of it makes room. */
    boolean put(WorkoutFile file) throws IOException {
        Path newFiles = newFiles();
        Path target = newFiles.resolve(file.name());
        byte[] content = file.content();
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            if (!isFile(target) || !isBeginning(read(target), content)) {
                return false;
            }
            writer.delete(target);
        }
        writer.write(newFiles.resolve(UNFINISHED), content);
        writer.rename(newFiles.resolve(UNFINISHED), target);
        return true;
    }

    /** Whether it was there and could be taken back. */
    boolean takeBack(PlacedWorkout placed) throws IOException {
        Optional<Path> waiting = waiting(placed.name());
        if (waiting.isPresent() && hash(waiting.get()).equals(placed.sha256())) {
            writer.delete(waiting.get());
            return true;
        }
        Optional<Path> taken = Optional.ofNullable(kept().remove(placed.label()));
        if (taken.isPresent()) {
            writer.delete(taken.get());
        }
        return taken.isPresent();
    }

    private Optional<Path> waiting(String name) throws IOException {
        return folder("newfiles").map(folder -> folder.resolve(name)).filter(WorkoutShelf::isFile);
    }

    private Path newFiles() throws IOException {
        Optional<Path> known = folder("newfiles");
        if (known.isPresent()) {
            return known.get();
        }
        Path folder = garmin.resolve("NewFiles");
        writer.createFolder(folder);
        return folder;
    }

    private Map<WorkoutLabel, Path> kept() throws IOException {
        if (kept.isEmpty()) {
            Map<WorkoutLabel, Path> found = new HashMap<>();
            Optional<Path> folder = folder("workouts");
            List<Path> files = folder.isPresent() ? WatchFolder.entriesOf(folder.get()) : List.of();
            for (Path file : files) {
                if (isFile(file)
                        && WatchFolder.nameOf(file).toLowerCase(Locale.ROOT).endsWith(ENDING)
                        && Files.size(file) <= WorkoutFile.MOST_BYTES) {
                    WorkoutLabel.read(read(file)).ifPresent(label -> found.put(label, file));
                }
            }
            kept = Optional.of(found);
        }
        return kept.get();
    }

    private Optional<Path> folder(String name) throws IOException {
        List<Path> found = new ArrayList<>(WatchFolder.entriesOf(garmin));
        found.removeIf(
                each -> !WatchFolder.nameOf(each).toLowerCase(Locale.ROOT).equals(name)
                        || !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS));
        return found.stream().findFirst();
    }

    private byte[] read(Path file) throws IOException {
        try (InputStream content = reader.open(file)) {
            return content.readNBytes(WorkoutFile.MOST_BYTES + 1);
        }
    }

    private String hash(Path file) throws IOException {
        return ContentHash.of(read(file));
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isBeginning(byte[] part, byte[] whole) {
        return part.length <= whole.length && Arrays.equals(part, 0, part.length, whole, 0, part.length);
    }
}
