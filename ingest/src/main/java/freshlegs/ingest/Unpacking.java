package freshlegs.ingest;

import freshlegs.ingest.archive.Archive;
import freshlegs.ingest.archive.Unpacked;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.Sport;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One archive being worked off, a batch of its files at a time. The n-th file has the same delivery whenever it is read, and how
 * many are done is kept on disk after each batch, so that after a crash at most one batch is published again under its own keys.
 */
final class Unpacking implements AutoCloseable {
    private static final int MOST_FILES = 64;
    private static final long MOST_BYTES = 8L << 20;
    private static final int MOST_PASSED_OVER = 512;

    private final Spool spool;
    private final Ticket ticket;
    private final Archive archive;
    private final Map<String, Sport> sports = new HashMap<>();
    private final List<Job> batch = new ArrayList<>();
    private int done;
    private int read;
    private boolean atEnd;

    private Unpacking(Spool spool, Ticket ticket, Archive archive, int done) {
        this.spool = spool;
        this.ticket = ticket;
        this.archive = archive;
        this.done = done;
    }

    static Unpacking resume(Spool spool, Ticket ticket, Limits limits, Path unpacked) {
        int done = spool.progressOf(ticket.deliveryId())
                .orElse(ArchiveProgress.NONE)
                .done();
        Archive archive = Archive.open(spool.contentOf(ticket), unpacked, limits);
        Unpacking unpacking = new Unpacking(spool, ticket, archive, done);
        try {
            unpacking.save(false);
            return unpacking;
        } catch (UncheckedIOException e) {
            archive.close();
            throw e;
        }
    }

    Ticket ticket() {
        return ticket;
    }

    /** The next files; the same ones again until they are {@link #finished}. It may be empty before the end. */
    List<Job> batch() {
        if (batch.isEmpty() && !atEnd) {
            fill();
        }
        return List.copyOf(batch);
    }

    /** The batch is published. */
    void finished() {
        done += batch.size();
        dropContents();
        save(false);
    }

    boolean isAtEnd() {
        return atEnd && batch.isEmpty();
    }

    int files() {
        return done;
    }

    /** What became of the archive as a whole, at its end. */
    Interpreted itself() {
        return archive.problem()
                .map(reason -> Interpreted.problem(ticket, reason))
                .orElseGet(() -> Interpreted.of(ticket, List.of()));
    }

    /** Its outcome is published. */
    void ended() {
        save(true);
    }

    @Override
    public void close() {
        dropContents();
        archive.close();
    }

    private void fill() {
        long bytes = 0;
        int passedOver = 0;
        while (batch.size() < MOST_FILES && bytes < MOST_BYTES && passedOver < MOST_PASSED_OVER) {
            Optional<Unpacked> next = archive.next();
            if (next.isEmpty()) {
                atEnd = true;
                return;
            }
            Job job = job(next.get());
            if (read++ < done) {
                passedOver++;
                job.content().ifPresent(DurableFiles::drop);
            } else {
                batch.add(job);
                bytes += job.ticket().sizeBytes();
            }
        }
    }

    private Job job(Unpacked file) {
        boolean isList = file.isActivityList() && learn(file);
        String id = String.format(Locale.ROOT, "%s-%08d", ticket.deliveryId(), read);
        Ticket own = new Ticket(
                id,
                ticket.athlete(),
                ticket.route(),
                ticket.path() + "!/" + file.path(),
                file.sha256(),
                file.sizeBytes(),
                ticket.receivedAt(),
                file.modifiedAt().orElse(ticket.modifiedAt()).truncatedTo(ChronoUnit.MILLIS),
                Optional.of(ticket.deliveryId()),
                Optional.ofNullable(sports.get(file.path())).or(ticket::sport),
                Optional.empty());
        return new Job(own, file.content(), file.problem(), file.damage(), isList);
    }

    private boolean learn(Unpacked list) {
        Path content = list.content().orElseThrow();
        Map<String, Sport> listed = ActivityList.read(content, list.path());
        sports.putAll(listed);
        return !listed.isEmpty();
    }

    private void dropContents() {
        batch.forEach(job -> job.content().ifPresent(DurableFiles::drop));
        batch.clear();
    }

    private void save(boolean ended) {
        int found = Math.max(done, archive.found());
        spool.keep(ticket.deliveryId(), new ArchiveProgress(done, found, ended));
    }
}
