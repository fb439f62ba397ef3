package freshlegs.ingest;

import freshlegs.ingest.archive.Archive;
import freshlegs.ingest.limit.LimitExceeded;
import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Files that were handed over, kept under the hash of their content, and the tickets that say what is still to be done with
 * them. Any process may hand over; of those that work on the tickets each has its own athletes. Whoever is told "accepted" can forget the file: it is synced to
 * disk and its ticket will lead to an outcome, however often anything crashes.
 */
public final class Spool {
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int HASH_OF_CONTENT = 12;
    private static final int HASH_OF_PATH = 6;

    private final SpoolFolders folders;
    private final OriginalFiles originals;
    private final Intake intake;
    private final Tickets tickets;
    private final Whereabouts whereabouts;
    private final Departed departed;
    private final Withdrawn withdrawn;
    private final Clock clock;
    private final IntakeMeters meters;

    private Spool(
            SpoolFolders folders,
            OriginalFiles originals,
            Path dataFolder,
            Limits limits,
            Clock clock,
            IntakeMeters meters) {
        this.meters = meters;
        this.departed = Departed.in(dataFolder);
        this.withdrawn = Withdrawn.in(dataFolder);
        this.folders = folders;
        this.originals = originals;
        this.intake = new Intake(folders, originals, limits);
        this.tickets = new Tickets(folders, intake);
        this.whereabouts = new Whereabouts(folders);
        this.clock = clock;
    }

    public static Spool at(Path dataFolder, Limits limits, Clock clock) {
        return at(dataFolder, OriginalFiles.in(dataFolder), limits, clock);
    }

    /** One that keeps its content elsewhere. */
    public static Spool at(Path dataFolder, OriginalFiles originals, Limits limits, Clock clock) {
        return at(dataFolder, originals, limits, clock, IntakeMeters.unseen());
    }

    /** One that counts what it refuses. */
    public static Spool at(Path dataFolder, OriginalFiles originals, Limits limits, Clock clock, IntakeMeters meters) {
        SpoolFolders folders = SpoolFolders.in(dataFolder);
        try {
            folders.create();
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder cannot be used: " + Failures.sentence(e), e);
        }
        return new Spool(folders, originals, dataFolder, limits, clock, meters);
    }

    /** Takes a copy of {@code file}. */
    public Acceptance accept(Offer offer, Path file) {
        Optional<Acceptance> closed = closed(offer);
        if (closed.isPresent()) {
            return closed.get();
        }
        try {
            Optional<String> refusal = intake.refusal(file);
            if (refusal.isPresent()) {
                return refused(offer, reason(refusal.get()), refusal.get());
            }
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            try (InputStream content = Files.newInputStream(file)) {
                return accept(offer.changedAt(modified), content);
            }
        } catch (IOException e) {
            return refused(offer, reason(Failures.refusal(e)), Failures.refusal(e));
        }
    }

    /** Takes a copy of everything that {@code content} gives, which stays open. */
    public Acceptance accept(Offer offer, InputStream content) {
        Optional<Acceptance> closed = closed(offer);
        if (closed.isPresent()) {
            return closed.get();
        }
        try {
            return announce(offer, intake.store(content), Optional.empty());
        } catch (LimitExceeded e) {
            return refused(offer, IntakeMeters.Reason.TOO_LARGE, e.reason());
        } catch (IOException e) {
            return refused(offer, reason(Failures.refusal(e)), Failures.refusal(e));
        }
    }

    /** What is known of a delivery's id, whoever made it up. */
    public Optional<Handed> find(String deliveryId) {
        return whereabouts.find(deliveryId);
    }

    /** How many files of {@code athlete} wait for their turn; no more than {@code enough} need not be counted exactly. */
    public int waiting(AthleteId athlete, int enough) {
        return whereabouts.waiting(athlete, enough);
    }

    /** Refuses content of {@code sizeBytes} for which the disk has no room. */
    public Optional<Acceptance.Refused> refusalFor(long sizeBytes) {
        try {
            return intake.hasRoomFor(sizeBytes)
                    ? Optional.empty()
                    : Optional.of(new Acceptance.Refused(Failures.NO_ROOM));
        } catch (IOException e) {
            return Optional.of(new Acceptance.Refused(Failures.refusal(e)));
        }
    }

    /** Makes known that a file will never come, and why, so that it too ends in an outcome; its path stands for its content. */
    public Acceptance decline(Offer offer, String reason) {
        Optional<Acceptance> closed = closed(offer);
        if (closed.isPresent()) {
            return closed.get();
        }
        try {
            String ofNothing = ContentHash.of((offer.path() + "\n" + reason).getBytes(StandardCharsets.UTF_8));
            return announce(offer, new Intake.Stored(ofNothing, 0), Optional.of(reason));
        } catch (IOException e) {
            return new Acceptance.Refused(Failures.refusal(e));
        }
    }

    /** Refuses everything of who has left, or has withdrawn her consent. */
    private Optional<Acceptance> closed(Offer offer) {
        if (departed.has(offer.athlete())) {
            return Optional.of(refused(offer, IntakeMeters.Reason.DEPARTED, Departed.REASON));
        }
        return withdrawn.has(offer.athlete())
                ? Optional.of(refused(offer, IntakeMeters.Reason.WITHDRAWN, Withdrawn.REASON))
                : Optional.empty();
    }

    private Acceptance refused(Offer offer, IntakeMeters.Reason reason, String sentence) {
        meters.refused(offer.route(), reason);
        return new Acceptance.Refused(sentence);
    }

    private static IntakeMeters.Reason reason(String sentence) {
        if (sentence.equals(Failures.NO_ROOM)) {
            return IntakeMeters.Reason.NO_ROOM;
        }
        return sentence.contains("more than") ? IntakeMeters.Reason.TOO_LARGE : IntakeMeters.Reason.UNREADABLE;
    }

    private Acceptance announce(Offer offer, Intake.Stored stored, Optional<String> problem) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String ofPath = ContentHash.of((offer.athlete() + "\n" + offer.path()).getBytes(StandardCharsets.UTF_8));
        String name = "-" + stored.sha256().substring(0, HASH_OF_CONTENT) + "-" + ofPath.substring(0, HASH_OF_PATH);
        Optional<String> interrupted = interruptedImport(offer, stored, name);
        if (interrupted.isPresent()) {
            return new Acceptance.Accepted(interrupted.get(), stored.sha256());
        }
        String id = ID_TIME.format(now) + name;
        Instant modified = offer.modifiedAt().orElse(now).truncatedTo(ChronoUnit.MILLIS);
        Ticket ticket = new Ticket(
                id,
                offer.athlete(),
                offer.route(),
                offer.path(),
                stored.sha256(),
                stored.sizeBytes(),
                now,
                modified,
                Optional.empty(),
                offer.sport(),
                problem);
        tickets.add(ticket);
        return new Acceptance.Accepted(id, stored.sha256());
    }

    /** The same archive, imported again while it is still waiting or half done, goes on where it is. */
    private Optional<String> interruptedImport(Offer offer, Intake.Stored stored, String name) {
        if (offer.route() != Route.IMPORT
                || stored.sizeBytes() == 0
                || !Archive.isArchive(contentOf(stored.sha256()))) {
            return Optional.empty();
        }
        return pendingIds().stream().filter(id -> id.endsWith(name)).findFirst();
    }

    /** How far the archive of a delivery is; nothing when it is no archive, or not begun. */
    public Optional<ArchiveProgress> progressOf(String deliveryId) {
        return tickets.progressOf(deliveryId);
    }

    /** Ids of the deliveries that are archives, as far as they have been begun, oldest first. */
    public List<String> archiveIds() {
        return tickets.archiveIds();
    }

    /** Ids of the tickets still to be worked on, oldest first. */
    public List<String> pendingIds() {
        return tickets.pendingIds();
    }

    /** The latest tickets, done or not, oldest first. */
    List<Ticket> latest(int most) {
        return tickets.latest(most);
    }

    void keep(String deliveryId, ArchiveProgress progress) {
        tickets.keep(deliveryId, progress);
    }

    Optional<Ticket> ticket(String id) {
        return tickets.read(id);
    }

    /** All of a batch, for which the disk is waited for once. */
    void markDone(List<Ticket> batch) {
        tickets.markDone(batch);
    }

    /** Removes what a crash left on its way. */
    void clearLeftovers() {
        intake.clear(clock.instant());
    }

    /** A new name beside everything else, for files that are being written. */
    Path temporary() {
        return intake.temporary();
    }

    /** Where its content lies while it is worked on; fetched if need be, and not there when it is not kept any more. */
    Path contentOf(Ticket ticket) {
        return ticket.problem().isPresent() ? folders.blobs().resolve(ticket.sha256()) : contentOf(ticket.sha256());
    }

    private Path contentOf(String sha256) {
        try {
            return originals.onDisk(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One round of handing on to the bucket, where there is one; for whoever looks after the spool. */
    void handOn() throws IOException {
        Set<String> beginnings = pendingIds().stream().map(Spool::contentIn).collect(Collectors.toSet());
        originals.handOn(sha256 -> beginnings.contains(sha256.substring(0, HASH_OF_CONTENT)), clock.instant());
    }

    /** The beginning of the hash of its content, from the id of a delivery. */
    private static String contentIn(String deliveryId) {
        int from = deliveryId.indexOf('-') + 1;
        return deliveryId.substring(from, Math.min(deliveryId.length(), from + HASH_OF_CONTENT));
    }

    /** Keeps a copy for people to look at, with the reason beside it. */
    void setAside(Ticket ticket, String reason) {
        if (ticket.problem().isEmpty()) {
            setAside(ticket, contentOf(ticket), reason);
        }
    }

    void setAside(Ticket ticket, Path content, String reason) {
        try {
            new SetAside(folders, intake).keep(ticket, content, reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file of theirs that came this way is still to be worked on. */
    boolean isWaiting(AthleteId athlete, Route route) throws IOException {
        return eraser().isWaiting(cameBy(athlete, route));
    }

    /** Whether any file of theirs is still to be worked on. */
    boolean isWaiting(AthleteId athlete) throws IOException {
        return eraser().isWaiting(ticket -> ticket.athlete().equals(athlete));
    }

    /** Removes what is done with of theirs that came this way, and content that nothing else needs. */
    void erase(AthleteId athlete, Route route) throws IOException {
        eraser().erase(cameBy(athlete, route));
    }

    /** Removes whatever is done with of theirs, and content that nothing else needs. */
    void erase(AthleteId athlete) throws IOException {
        eraser().erase(ticket -> ticket.athlete().equals(athlete));
    }

    private static Predicate<Ticket> cameBy(AthleteId athlete, Route route) {
        return ticket -> ticket.athlete().equals(athlete) && ticket.route() == route;
    }

    private SpoolEraser eraser() {
        return new SpoolEraser(folders, originals, new SetAside(folders, intake));
    }
}
