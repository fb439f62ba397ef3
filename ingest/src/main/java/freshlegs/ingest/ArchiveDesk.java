package freshlegs.ingest;

import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The archives among the tickets. A few are open at once and take turns, so that a small one need not wait for a huge one. */
final class ArchiveDesk implements AutoCloseable {
    private static final int MOST_OPEN = 4;

    private final Spool spool;
    private final Limits limits;
    private final Path unpacked;
    private final Map<String, Ticket> waiting = new LinkedHashMap<>();
    private final Map<String, Unpacking> open = new LinkedHashMap<>();

    /** {@code unpacked} is where files lie on their way out of an archive. */
    ArchiveDesk(Spool spool, Limits limits, Path unpacked) {
        this.unpacked = unpacked;
        this.spool = spool;
        this.limits = limits;
    }

    void take(Ticket archive) {
        if (!knows(archive.deliveryId())) {
            waiting.put(archive.deliveryId(), archive);
        }
    }

    boolean knows(String id) {
        return waiting.containsKey(id) || open.containsKey(id);
    }

    boolean isIdle() {
        return waiting.isEmpty() && open.isEmpty();
    }

    /** The archives whose turn it is. One whose content is gone is an ordinary ticket, which says so. */
    List<Unpacking> inTurn() {
        while (open.size() < MOST_OPEN && !waiting.isEmpty()) {
            Ticket next = waiting.values().iterator().next();
            if (Files.exists(spool.contentOf(next))) {
                open.put(next.deliveryId(), Unpacking.resume(spool, next, limits, unpacked));
            }
            waiting.remove(next.deliveryId());
        }
        return List.copyOf(open.values());
    }

    void end(Unpacking archive) {
        open.remove(archive.ticket().deliveryId());
        archive.close();
    }

    /** After a failure of the disk an archive is opened anew and goes on behind what is done. */
    void reopen(Unpacking archive) {
        end(archive);
        take(archive.ticket());
    }

    /** Somebody else goes on with those of some athletes, behind what is done. */
    void leave(Predicate<AthleteId> whose) {
        waiting.values().removeIf(ticket -> whose.test(ticket.athlete()));
        List.copyOf(open.values()).stream()
                .filter(archive -> whose.test(archive.ticket().athlete()))
                .forEach(this::end);
    }

    @Override
    public void close() {
        new ArrayList<>(open.values()).forEach(this::end);
    }
}
