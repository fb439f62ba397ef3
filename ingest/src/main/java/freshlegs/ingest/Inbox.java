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
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drop folder {@code inbox/<athlete>/...}, looked at again and again: notice of changes is silent on network mounts. A file
 * is taken when two looks in a row saw the same size and time of change, one that seems unfinished when it has stood still for
 * {@link #PATIENCE}; it stays where it is. Hidden files, half-copied ones and links are left alone.
 */
final class Inbox {
    /** How many folders below an athlete's own are looked into. */
    static final int DEEPEST = 64;

    /** How long a file may stand still before it is taken although more of it seems to come. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long a file that was refused waits for its next turn. */
    static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Path folder;
    private final Spool spool;
    private final LongSupplier nanoTime;
    private final InboxMemory memory;
    private final Set<String> told = new HashSet<>();
    private Map<String, Standing> lastLook = Map.of();

    /** How a file looks, since when, and when its turn comes. */
    private record Standing(Sighting sighting, long sinceNanos, long dueNanos) {}

    Inbox(Path dataFolder, Spool spool) {
        this(dataFolder, spool, System::nanoTime);
    }

    Inbox(Path dataFolder, Spool spool, LongSupplier nanoTime) {
        this.folder = dataFolder.resolve("inbox");
        this.spool = spool;
        this.nanoTime = nanoTime;
        this.memory = InboxMemory.of(dataFolder, spool.temporary());
        create();
    }

    void poll() {
        create();
        Map<String, Standing> look = new HashMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                pollAthlete(entry, look);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lastLook = look;
    }

    private void pollAthlete(Path entry, Map<String, Standing> look) throws IOException {
        String name = entry.getFileName().toString();
        if (InboxNames.isLeftAlone(name)) {
            return;
        }
        if (Files.isSymbolicLink(entry)) {
            tellOnce("inbox/{} is a link and left alone: let files come into a folder of their own", name);
        } else if (!Files.isDirectory(entry)) {
            tellOnce("inbox/{} belongs to nobody: put it into inbox/<athlete>/", name);
        } else if (!AthleteId.isValid(name)) {
            tellOnce("inbox/{} is no athlete's folder: ids have lower-case letters, digits, '-' and '_'", name);
        } else {
            Files.walkFileTree(
                    entry,
                    EnumSet.noneOf(FileVisitOption.class),
                    DEEPEST + 1,
                    new Visitor(AthleteId.of(name), entry, look));
        }
    }

    /** One walk through an athlete's folder; what cannot be read never stops the rest. */
    private final class Visitor extends SimpleFileVisitor<Path> {
        private final AthleteId athlete;
        private final Path root;
        private final Map<String, Standing> look;

        Visitor(AthleteId athlete, Path root, Map<String, Standing> look) {
            this.athlete = athlete;
            this.root = root;
            this.look = look;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skipped = !directory.equals(root) && isLeftAlone(directory);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isLeftAlone(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isRegularFile()) {
                long modified = attributes.lastModifiedTime().toMillis();
                see(athlete, file, new Sighting(attributes.size(), modified), look);
            } else if (attributes.isDirectory()) {
                tellOnce("{} lies more than " + DEEPEST + " folders deep and is not looked into", pathOf(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            tellOnce("{} cannot be read", pathOf(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @SuppressWarnings("NullAway") IOException failure) {
            return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(directory, failure);
        }
    }

    private void see(AthleteId athlete, Path file, Sighting sighting, Map<String, Standing> look) {
        String path = pathOf(file);
        if (memory.hasTaken(path, sighting)) {
            return;
        }
        long now = nanoTime.getAsLong();
        Standing before = lastLook.get(path);
        if (before == null || !before.sighting.equals(sighting)) {
            look.put(path, new Standing(sighting, now, now));
            return;
        }
        look.put(path, before);
        if (before.dueNanos - now > 0 || (now - before.sinceNanos < PATIENCE.toNanos() && isStillArriving(file))) {
            return;
        }
        Offer offer = Offer.of(athlete, Route.INBOX, path);
        Acceptance acceptance = spool.accept(offer, file);
        if (acceptance instanceof Acceptance.Refused refused) {
            look.put(path, new Standing(sighting, before.sinceNanos, now + BETWEEN_TRIES.toNanos()));
            refused(offer, file, sighting, refused.reason());
        } else {
            memory.take(path, sighting);
            told.remove(Failures.NO_ROOM);
        }
    }

    /** While there is no room one line says so, however many files wait; whatever else is wrong ends once in an outcome. */
    private void refused(Offer offer, Path file, Sighting sighting, String reason) {
        if (reason.equals(Failures.NO_ROOM)) {
            if (told.add(reason)) {
                LOG.warn("inbox: {}; files wait where they are", reason);
            }
        } else if (Files.exists(file) && !memory.hasDeclined(offer.path(), sighting, reason)) {
            tellOnce("{} was not taken and will be tried again: " + reason, offer.path());
            if (spool.decline(offer, reason) instanceof Acceptance.Accepted) {
                memory.decline(offer.path(), sighting, reason);
            }
        }
    }

    /** A file that cannot be read is not arriving: the spool says what is wrong with it. */
    private static boolean isStillArriving(Path file) {
        try {
            return StillArriving.looksSo(file);
        } catch (IOException e) {
            return false;
        }
    }

    private String pathOf(Path file) {
        return "inbox/" + folder.relativize(file).toString().replace('\\', '/');
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

    private static boolean isLeftAlone(Path path) {
        return InboxNames.isLeftAlone(Objects.requireNonNull(path.getFileName()).toString());
    }
}
