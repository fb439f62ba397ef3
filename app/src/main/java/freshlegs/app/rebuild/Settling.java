package freshlegs.app.rebuild;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.streams.rule.Rules;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * Tells a difference from something that is on its way: who differs is looked at again while facts of theirs are still to be read or
 * folded, until everything is equal or the difference has stood still for a while.
 */
final class Settling implements AutoCloseable {
    /** Results may become visible a moment after the offsets of their facts. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 200;

    private final StreamsPosition streams;
    private final Notes notes;
    private final Rules rules;

    Settling(KafkaAddress kafka, Rules rules) {
        this.streams = new StreamsPosition(kafka);
        this.notes = new Notes(kafka);
        this.rules = rules;
    }

    /** What came of it, and who did not come to rest. */
    record Settled(Compared compared, Set<String> moving) {}

    Settled compare(PartitionView view) throws InterruptedException {
        Settled settled = new Settled(Compared.nothing(), new TreeSet<>());
        view.readOn();
        SortedMap<String, Open> open = new TreeMap<>();
        for (String athlete : view.athletes()) {
            Open look = new Open(view.of(athlete).changes(), view.of(athlete).compare(athlete, rules));
            if (look.compared.isEqual()) {
                settled.compared.add(look.compared);
            } else {
                open.put(athlete, look);
            }
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE_MILLIS);
            lookAgain(view, open, settled);
        }
        open.forEach((athlete, look) -> {
            settled.compared.add(look.compared);
            settled.moving.add(athlete);
        });
        return settled;
    }

    private void lookAgain(PartitionView view, SortedMap<String, Open> open, Settled settled)
            throws InterruptedException {
        Map<TopicPartition, Long> read = view.factsRead();
        boolean isPast = streams.isPast(read);
        Set<String> noted = notes.athletes();
        view.readOn();
        for (Map.Entry<String, Open> each : new HashMap<>(open).entrySet()) {
            String athlete = each.getKey();
            AthleteView own = view.of(athlete);
            Open before = each.getValue();
            boolean isStill = own.changes() == before.changes && isPast && !noted.contains(athlete);
            Open now = own.changes() == before.changes ? before : new Open(own.changes(), own.compare(athlete, rules));
            now.stillSince = isStill ? before.stillSince : System.nanoTime();
            open.put(athlete, now);
            if (now.compared.isEqual() || System.nanoTime() - now.stillSince > QUIET.toNanos()) {
                settled.compared.add(now.compared);
                open.remove(athlete);
            }
        }
    }

    /** One athlete who differed at the last look. */
    private static final class Open {
        private final long changes;
        private final Compared compared;
        private long stillSince = System.nanoTime();

        Open(long changes, Compared compared) {
            this.changes = changes;
            this.compared = compared;
        }
    }

    @Override
    public void close() {
        streams.close();
        notes.close();
    }
}
