package freshlegs.ingest;

import freshlegs.ingest.InboxMemory.Sighting;
import freshlegs.ingest.Stillness.Standing;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The drop folder {@code inbox/<athlete>/...}, looked at again and again: notice of changes is silent on network mounts. A file
 * is taken when all looks of a stated while saw the same size and time of change, one that seems unfinished when it has stood
 * still for {@link #PATIENCE}; it stays where it is.
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

    /** How many tickets back the memory may have fallen behind. */
    private static final int RECALLED = 256;

    private final Path folder;
    private final Spool spool;
    private final LongSupplier nanoTime;
    private final InboxMemory memory;
    private final Stillness stillness;
    private final InboxNotices notices = new InboxNotices();

    /** A file whose turn has come. */
    private record Settled(AthleteId athlete, Path file, String path, Standing standing) {}

    /** {@code still} is how long a file must have looked the same; without any, two looks are enough. */
    Inbox(Path dataFolder, Spool spool, Duration still) {
        this(dataFolder, spool, still, System::nanoTime);
    }

    Inbox(Path dataFolder, Spool spool, Duration still, LongSupplier nanoTime) {
        this.folder = dataFolder.resolve("inbox");
        this.spool = spool;
        this.nanoTime = nanoTime;
        this.memory = InboxMemory.of(dataFolder, spool.temporary());
        this.stillness = new Stillness(still, nanoTime);
        create();
        recall(dataFolder);
    }

    /**
     * A crash between a file's ticket and its line in the memory must not bring it twice: the ticket knows as much. It counts by how
     * the file looks now, not by its time, because a clock may have been set back between two tickets.
     */
    private void recall(Path dataFolder) {
        spool.latest(RECALLED).stream()
                .filter(ticket ->
                        ticket.route() == Route.INBOX && ticket.problem().isEmpty())
                .forEach(ticket -> {
                    Sighting taken =
                            new Sighting(ticket.sizeBytes(), ticket.modifiedAt().toEpochMilli());
                    if (!memory.hasTaken(ticket.path(), taken) && looksSo(dataFolder.resolve(ticket.path()), taken)) {
                        memory.take(ticket.path(), taken);
                    }
                });
    }

    private static boolean looksSo(Path file, Sighting sighting) {
        try {
            return sighting.equals(Sighting.of(Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Answers how long the next look can wait: not at all where files were left, so that nobody's new file waits behind a full
     * folder, and no longer than until the next file has stood still for long enough.
     */
    Duration poll() {
        create();
        long began = nanoTime.getAsLong();
        Map<AthleteId, Deque<Settled>> settled = look();
        long seen = nanoTime.getAsLong();
        boolean more = takeInTurn(settled.values());
        stillness.endLook();
        return more ? Duration.ZERO : stillness.untilNext(seen - began);
    }

    private Map<AthleteId, Deque<Settled>> look() {
        Map<AthleteId, Deque<Settled>> settled = new LinkedHashMap<>();
        stillness.beginLook();
        try {
            InboxWalk.through(folder, notices, (athlete, file, path, sighting) -> {
                if (!memory.hasTaken(path, sighting)) {
                    stillness
                            .see(path, sighting)
                            .map(standing -> new Settled(athlete, file, path, standing))
                            .ifPresent(due -> settled.computeIfAbsent(athlete, a -> new ArrayDeque<>())
                                    .add(due));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settled;
    }

    /** One file of each athlete, then one more of each, and so on until the time is over. */
    private boolean takeInTurn(Collection<Deque<Settled>> settled) {
        long began = nanoTime.getAsLong();
        Deque<Deque<Settled>> turns = new ArrayDeque<>(settled);
        int first = turns.size();
        for (int taken = 0; !turns.isEmpty(); taken++) {
            if (taken >= first && nanoTime.getAsLong() - began >= ONE_LOOK.toNanos()) {
                return true;
            }
            Deque<Settled> own = turns.remove();
            take(own.remove());
            if (!own.isEmpty()) {
                turns.add(own);
            }
        }
        return false;
    }

    private void take(Settled settled) {
        Sighting sighting = settled.standing.sighting();
        if (stillness.isShorterThan(PATIENCE, settled.standing) && isStillArriving(settled.file)) {
            stillness.waitOnceMore(settled.path, settled.standing);
            return;
        }
        Offer offer = Offer.of(settled.athlete, Route.INBOX, settled.path);
        Acceptance acceptance = spool.accept(offer, settled.file);
        if (acceptance instanceof Acceptance.Refused refused) {
            stillness.waitFor(BETWEEN_TRIES, settled.path, settled.standing);
            refused(offer, settled.file, sighting, refused.reason());
        } else {
            memory.take(settled.path, sighting);
            stillness.forget(settled.path);
            notices.roomAgain();
        }
    }

    /** Want of room passes by itself; whatever else is wrong ends once in an outcome. */
    private void refused(Offer offer, Path file, Sighting sighting, String reason) {
        if (reason.equals(Failures.NO_ROOM)) {
            notices.noRoom();
        } else if (Files.exists(file) && !memory.hasDeclined(offer.path(), sighting, reason)) {
            notices.tellOnce("{} was not taken and will be tried again: " + reason, offer.path());
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

    private void create() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
