package freshlegs.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records of one poll: of each key only the last state, by table, what could not be read, and the time stamps of all. */
record Batch(Map<Table, Map<String, Arrival.Row>> rows, List<Arrival.Unreadable> unreadable, List<Long> timestamps) {

    static Batch of(Iterable<ConsumerRecord<byte[], byte[]>> arrived) {
        Batch batch = new Batch(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
        for (ConsumerRecord<byte[], byte[]> each : arrived) {
            batch.add(each);
            batch.timestamps().add(each.timestamp());
        }
        return batch;
    }

    private void add(ConsumerRecord<byte[], byte[]> arrived) {
        for (TopicTable<?> way : TopicTables.ALL) {
            if (way.topic().name().equals(arrived.topic())) {
                add(way.table(), way.arrival(arrived));
            }
        }
    }

    private void add(Table table, Arrival arrival) {
        if (arrival instanceof Arrival.Row row) {
            rows.computeIfAbsent(table, t -> new LinkedHashMap<>()).put(row.key(), row);
        } else if (arrival instanceof Arrival.Unreadable problem) {
            unreadable.add(problem);
        }
    }

    Collection<Arrival.Row> rows(Table table) {
        return rows.getOrDefault(table, Map.of()).values();
    }

    Set<String> athletes(Table table) {
        Set<String> athletes = new TreeSet<>();
        rows.getOrDefault(table, Map.of()).values().forEach(row -> athletes.add(row.athlete()));
        return athletes;
    }

    /** Everybody of whom a row was written, or with {@code gone} deleted. */
    Set<String> athletes(boolean gone) {
        Set<String> athletes = new TreeSet<>();
        rows.values().stream()
                .flatMap(byKey -> byKey.values().stream())
                .filter(row -> row.gone() == gone)
                .forEach(row -> athletes.add(row.athlete()));
        return athletes;
    }
}
