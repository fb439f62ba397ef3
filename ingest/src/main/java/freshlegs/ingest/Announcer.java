package freshlegs.ingest;

import freshlegs.model.queue.WaitingFile;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Makes known on the queue's topic what waits in the spool, and after a while makes it known again: the folder is what counts, so
 * that nothing waits for ever because a record was lost. Whoever knows of a file already takes no harm.
 */
final class Announcer {
    static final Duration AGAIN = Duration.ofMinutes(5);

    static final int AT_ONCE = 512;

    private final Spool spool;
    private final String spoolId;
    private final FactPublisher publisher;
    private final LongSupplier nanoTime;
    private final Map<String, Long> announced = new HashMap<>();

    Announcer(Spool spool, String spoolId, FactPublisher publisher, LongSupplier nanoTime) {
        this.spool = spool;
        this.spoolId = spoolId;
        this.publisher = publisher;
        this.nanoTime = nanoTime;
    }

    /**
     * Returns after the broker has acknowledged what was not announced yet, or not for a while; of very many only some, and then it
     * says that there are more.
     */
    boolean announce() {
        List<String> pending = spool.pendingIds();
        if (!announced.isEmpty()) {
            announced.keySet().retainAll(new HashSet<>(pending));
        }
        List<String> due = pending.stream().filter(this::isDue).toList();
        Map<String, WaitingFile> next = new LinkedHashMap<>();
        for (String id : some(due, AT_ONCE)) {
            spool.ticket(id).ifPresent(ticket -> next.put(id, waiting(ticket)));
        }
        send(next);
        return due.size() > AT_ONCE;
    }

    /** Of ids, oldest first, as many of the oldest as of the newest: none waits for ever, nor a new one behind all others. */
    static List<String> some(List<String> ids, int most) {
        if (ids.size() <= most) {
            return ids;
        }
        List<String> some = new ArrayList<>(ids.subList(0, most / 2));
        some.addAll(ids.subList(ids.size() - (most - most / 2), ids.size()));
        return some;
    }

    private boolean isDue(String id) {
        Long at = announced.get(id);
        return at == null || nanoTime.getAsLong() - at > AGAIN.toNanos();
    }

    private void send(Map<String, WaitingFile> next) {
        if (next.isEmpty()) {
            return;
        }
        Map<String, WaitingFile> byKey = new LinkedHashMap<>();
        next.values().forEach(file -> byKey.put(RecordKey.of(file.athlete(), file.keyRest()), file));
        publisher.put(Topics.TICKET, byKey);
        long now = nanoTime.getAsLong();
        next.keySet().forEach(id -> announced.put(id, now));
    }

    private WaitingFile waiting(Ticket ticket) {
        return new WaitingFile(
                ticket.athlete(),
                ticket.deliveryId(),
                spoolId,
                ticket.route(),
                ticket.sha256(),
                ticket.sizeBytes(),
                ticket.receivedAt());
    }
}
