package freshlegs.ingest;

import freshlegs.ingest.InboxMemory.Sighting;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drop folder {@code inbox/<athlete>/...}. A file is taken when two looks in a row saw the same size and time of change,
 * and stays where it is. Hidden files, half-copied ones and links are left alone.
 */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int DEEPEST = 12;
    private static final List<String> HALF_COPIED =
            List.of(".tmp", ".part", ".partial", ".crdownload", ".download", ".icloud", ".filepart");
    private static final Set<String> NOBODYS = Set.of("thumbs.db", "desktop.ini");

    private final Path folder;
    private final Spool spool;
    private final InboxMemory memory;
    private final Set<String> told = new HashSet<>();
    private Map<String, Sighting> lastLook = Map.of();

    Inbox(Path dataFolder, Spool spool) {
        this.folder = dataFolder.resolve("inbox");
        this.spool = spool;
        this.memory = new InboxMemory(dataFolder.resolve("spool/inbox-taken.jsonl"));
        create();
    }

    void poll() {
        create();
        Map<String, Sighting> look = new HashMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                pollAthlete(entry, look);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastLook = look;
    }

    private void pollAthlete(Path entry, Map<String, Sighting> look) throws IOException {
        String name = entry.getFileName().toString();
        if (isToBeIgnored(name) || Files.isSymbolicLink(entry)) {
            return;
        }
        if (!Files.isDirectory(entry)) {
            tellOnce("inbox/{} belongs to nobody: put it into inbox/<athlete>/", name);
        } else if (!AthleteId.isValid(name)) {
            tellOnce("inbox/{} is no athlete's folder: ids have lower-case letters, digits, '-' and '_'", name);
        } else {
            walk(AthleteId.of(name), entry, look);
        }
    }

    private void walk(AthleteId athlete, Path root, Map<String, Sighting> look) throws IOException {
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean skipped = !directory.equals(root)
                        && isToBeIgnored(directory.getFileName().toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()
                        && !isToBeIgnored(file.getFileName().toString())) {
                    Sighting sighting = new Sighting(
                            attributes.size(), attributes.lastModifiedTime().toMillis());
                    see(athlete, file, sighting, look);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                tellOnce("inbox: {} cannot be read", file.getFileName().toString());
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void see(AthleteId athlete, Path file, Sighting sighting, Map<String, Sighting> look) {
        String path = "inbox/" + folder.relativize(file).toString().replace('\\', '/');
        if (memory.hasTaken(path, sighting)) {
            return;
        }
        look.put(path, sighting);
        if (!sighting.equals(lastLook.get(path))) {
            return;
        }
        Acceptance acceptance = spool.accept(Offer.of(athlete, Route.INBOX, path), file);
        if (acceptance instanceof Acceptance.Refused refused) {
            tellOnce("{} was not taken and will be tried again: " + refused.reason(), path);
        } else {
            memory.take(path, sighting);
        }
    }

    private void tellOnce(String message, String name) {
        if (told.size() < 10_000 && told.add(message + name)) {
            LOG.warn(message, Failures.printable(name));
        }
    }

    private void create() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isToBeIgnored(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || lower.startsWith("~")
                || NOBODYS.contains(lower)
                || HALF_COPIED.stream().anyMatch(lower::endsWith);
    }
}
