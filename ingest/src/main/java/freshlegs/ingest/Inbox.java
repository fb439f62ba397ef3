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
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The drop folder {@code inbox/<athlete>/...}, looked at again and again: notice of changes is silent on network mounts. A file
 * is taken when all looks of a stated while saw the same size and time of change, one that seems unfinished when it has stood
 * still for {@link #PATIENCE}; it stays where it is. Hidden files, half-copied ones and links are left alone.
 */
final class Inbox {
    /** How many folders below an athlete's own are looked into. */
    static final int DEEPEST = 64;

    /** How long a file may stand still before it is taken although more of it seems to come. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long a file that was refused waits for its next turn. */
    static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    /** How long one look takes files before the next one sees what else has come. */
    static final Duration ONE_LOOK = Duration.ofSeconds(1);

    private static final int LOOKS_A_WHILE = 5;

    /** How many tickets back the memory may have fallen behind. */
    private static final int RECALLED = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private final Path folder;
    private final Spool spool;
    private final Duration still;
    private final LongSupplier nanoTime;
    private final InboxMemory memory;
    private final Set<String> told = new HashSet<>();
    private Map<String, Standing> lastLook = Map.of();

    /** A file that stood still between two looks. */
    private record Settled(AthleteId athlete, Path file, String path, Standing standing) {}

    /** How a file looks, since when, and when its turn comes. */
    private record Standing(Sighting sighting, long sinceNanos, long dueNanos) {}

    /** {@code still} is how long a file must have looked the same; without any, two looks are enough. */
    Inbox(Path dataFolder, Spool spool, Duration still) {
        this(dataFolder, spool, still, System::nanoTime);
    }

    Inbox(Path dataFolder, Spool spool, Duration still, LongSupplier nanoTime) {
        this.folder = dataFolder.resolve("inbox");
        this.spool = spool;
        this.still = still;
        this.nanoTime = nanoTime;
        this.memory = InboxMemory.of(dataFolder, spool.temporary());
        create();
        recall(dataFolder);
    }

    /** A crash between a file's ticket and its line in the memory must not bring it twice: the ticket knows as much. */
    private void recall(Path dataFolder) {
        Map<String, Ticket> latest = new LinkedHashMap<>();
        spool.latest(RECALLED).stream()
                .filter(ticket -> ticket.route() == Route.INBOX)
                .forEach(ticket -> latest.put(ticket.path(), ticket));
        latest.forEach((path, ticket) -> {
            Sighting sighting =
                    new Sighting(ticket.sizeBytes(), ticket.modifiedAt().toEpochMilli());
            if (ticket.problem().isEmpty()
                    && !memory.hasTaken(path, sighting)
                    && Files.exists(dataFolder.resolve(path))) {
                memory.take(path, sighting);
            }
        });
    }

    /**
     * Answers how long the next look can wait: not at all where files were left, so that nobody's new file waits behind a full
     * folder, and no longer than until the next file has stood still for long enough.
     */
    Duration poll() {
        create();
        long began = nanoTime.getAsLong();
        Map<String, Standing> look = new HashMap<>();
        Map<AthleteId, Deque<Settled>> settled = new LinkedHashMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                pollAthlete(entry, look, settled);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long seen = nanoTime.getAsLong();
        boolean more = takeInTurn(settled.values(), look);
        lastLook = look;
        return more ? Duration.ZERO : untilNext(look, seen - began);
    }

    /** A look takes at most a fifth of the time. */
    private Duration untilNext(Map<String, Standing> look, long lookNanos) {
        long now = nanoTime.getAsLong();
        long most = still.toNanos();
        long least = Math.min(most, Math.max(most / LOOKS_A_WHILE, (LOOKS_A_WHILE - 1) * lookNanos));
        long next = look.values().stream()
                .mapToLong(standing -> standing.dueNanos - now)
                .min()
                .orElse(most);
        return Duration.ofNanos(Math.max(least, Math.min(most, next)));
    }

    /** One file of each athlete, then one more of each, and so on until the time is over. */
    private boolean takeInTurn(Collection<Deque<Settled>> settled, Map<String, Standing> look) {
        long began = nanoTime.getAsLong();
        Deque<Deque<Settled>> turns = new ArrayDeque<>(settled);
        int first = turns.size();
        for (int taken = 0; !turns.isEmpty(); taken++) {
            if (taken >= first && nanoTime.getAsLong() - began >= ONE_LOOK.toNanos()) {
                return true;
            }
            Deque<Settled> own = turns.remove();
            take(own.remove(), look);
            if (!own.isEmpty()) {
                turns.add(own);
            }
        }
        return false;
    }

    private void pollAthlete(Path entry, Map<String, Standing> look, Map<AthleteId, Deque<Settled>> settled)
            throws IOException {
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
            Deque<Settled> own = new ArrayDeque<>();
            Visitor visitor = new Visitor(AthleteId.of(name), entry, look, own);
            Files.walkFileTree(entry, EnumSet.noneOf(FileVisitOption.class), DEEPEST + 1, visitor);
            if (!own.isEmpty()) {
                settled.put(AthleteId.of(name), own);
            }
        }
    }

    /** One walk through an athlete's folder; what cannot be read never stops the rest. */
    private final class Visitor extends SimpleFileVisitor<Path> {
        private final AthleteId athlete;
        private final Path root;
        private final Map<String, Standing> look;
        private final Deque<Settled> settled;

        Visitor(AthleteId athlete, Path root, Map<String, Standing> look, Deque<Settled> settled) {
            this.athlete = athlete;
            this.root = root;
            this.look = look;
            this.settled = settled;
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
                see(file, new Sighting(attributes.size(), modified));
            } else if (attributes.isDirectory()) {
                tellOnce("{} lies more than " + DEEPEST + " folders deep and is not looked into", pathOf(file));
            } else {
                tellOnce("{} is a link or no ordinary file and left alone", pathOf(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private void see(Path file, Sighting sighting) {
            String path = pathOf(file);
            if (memory.hasTaken(path, sighting)) {
                return;
            }
            long now = nanoTime.getAsLong();
            Standing before = lastLook.get(path);
            if (before == null || !before.sighting.equals(sighting)) {
                look.put(path, new Standing(sighting, now, now + still.toNanos()));
                return;
            }
            look.put(path, before);
            if (before.dueNanos - now <= 0) {
                settled.add(new Settled(athlete, file, path, before));
            }
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

    private void take(Settled settled, Map<String, Standing> look) {
        Sighting sighting = settled.standing.sighting;
        long now = nanoTime.getAsLong();
        if (now - settled.standing.sinceNanos < PATIENCE.toNanos() && isStillArriving(settled.file)) {
            waitFor(still, settled, look);
            return;
        }
        Offer offer = Offer.of(settled.athlete, Route.INBOX, settled.path);
        Acceptance acceptance = spool.accept(offer, settled.file);
        if (acceptance instanceof Acceptance.Refused refused) {
            waitFor(BETWEEN_TRIES, settled, look);
            refused(offer, settled.file, sighting, refused.reason());
        } else {
            memory.take(settled.path, sighting);
            look.remove(settled.path);
            told.remove(Failures.NO_ROOM);
        }
    }

    private void waitFor(Duration pause, Settled settled, Map<String, Standing> look) {
        long due = nanoTime.getAsLong() + pause.toNanos();
        look.put(settled.path, new Standing(settled.standing.sighting, settled.standing.sinceNanos, due));
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
