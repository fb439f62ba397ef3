package freshlegs.ingest;

import freshlegs.model.queue.WaitingFile;
import freshlegs.model.topic.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this worker knows of the files that are to be read in its partitions. A file's place is where it was announced last; only what
 * lies before all places is told to Kafka to be worked off, so that whoever comes next finds everything that is not.
 */
final class TicketQueue {
    /** Files known at once of a partition; the rest waits in the topic. */
    static final int MOST = 20_000;

    /** A ticket that is nowhere may not be seen yet, as on folders of other machines; after so long it is gone for good. */
    private static final long GRACE_NANOS = 60_000_000_000L;

    private static final long BETWEEN_LOOKS_NANOS = 1_000_000_000L;

    private final LongSupplier nanoTime;
    private final NavigableMap<String, Known> files = new TreeMap<>();
    private final Map<String, Known> finished = new HashMap<>();
    private final Map<String, Missing> missing = new HashMap<>();
    private final Map<Integer, Long> positions = new TreeMap<>();

    private record Known(WaitingFile file, int partition, long offset) {}

    private record Missing(long firstNanos, long lastNanos) {}

    TicketQueue(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A record of the topic; a later one of the same file moves its place. */
    void read(int partition, long offset, String key, @Nullable WaitingFile file) {
        positions.put(partition, offset + 1);
        if (file != null && !finished.containsKey(file.delivery())) {
            files.put(file.delivery(), new Known(file, partition, offset));
        } else if (file == null) {
            List<String> rest = RecordKey.rest(key);
            files.remove(rest.get(rest.size() - 1));
        }
    }

    /** A record that is not for this worker to see to. */
    void passOver(int partition, long offset) {
        positions.put(partition, offset + 1);
    }

    /** From where on a partition is read. */
    void begin(int partition, long offset) {
        positions.put(partition, offset);
    }

    /** Another worker's from now on. */
    void forget(Set<Integer> partitions) {
        files.values().removeIf(known -> partitions.contains(known.partition()));
        finished.values().removeIf(known -> partitions.contains(known.partition()));
        positions.keySet().removeAll(partitions);
        missing.keySet().retainAll(files.keySet());
    }

    Set<Integer> partitions() {
        return Set.copyOf(positions.keySet());
    }

    /** The partitions of which no more should be read for now. */
    Set<Integer> full() {
        if (files.size() < MOST) {
            return Set.of();
        }
        Map<Integer, Integer> counts = new HashMap<>();
        files.values().forEach(known -> counts.merge(known.partition(), 1, Integer::sum));
        counts.values().removeIf(count -> count < MOST);
        return counts.keySet();
    }

    int size() {
        return files.size();
    }

    /** What can be worked on now, oldest first. */
    List<String> waiting() {
        if (missing.isEmpty()) {
            return List.copyOf(files.keySet());
        }
        long now = nanoTime.getAsLong();
        List<String> waiting = new ArrayList<>(files.keySet());
        waiting.removeIf(id -> {
            Missing since = missing.get(id);
            return since != null && now - since.lastNanos() < BETWEEN_LOOKS_NANOS;
        });
        return waiting;
    }

    Optional<WaitingFile> file(String delivery) {
        return Optional.ofNullable(files.get(delivery)).map(Known::file);
    }

    /** Nothing is left to do with it. */
    void finished(String delivery) {
        Known known = files.remove(delivery);
        missing.remove(delivery);
        if (known != null) {
            finished.put(delivery, known);
        }
    }

    /** Its ticket is neither waiting nor done; answers whether it is now held to be gone for good. */
    boolean missed(String delivery) {
        long now = nanoTime.getAsLong();
        Missing since =
                missing.merge(delivery, new Missing(now, now), (old, fresh) -> new Missing(old.firstNanos(), now));
        if (now - since.firstNanos() < GRACE_NANOS) {
            return false;
        }
        finished(delivery);
        return true;
    }

    /** The keys of files that nothing is left to do with. */
    Set<String> keysOfFinished() {
        Set<String> keys = new HashSet<>();
        finished.values()
                .forEach(known -> keys.add(
                        RecordKey.of(known.file().athlete(), known.file().keyRest())));
        return keys;
    }

    /** Their records are taken out of the topic. */
    void settled() {
        finished.clear();
    }

    /** Up to where everything is worked off, by partition. */
    Map<Integer, Long> workedOff() {
        Map<Integer, Long> offsets = new TreeMap<>(positions);
        files.values().forEach(known -> offsets.merge(known.partition(), known.offset(), Math::min));
        finished.values().forEach(known -> offsets.merge(known.partition(), known.offset(), Math::min));
        return offsets;
    }
}
