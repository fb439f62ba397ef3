package freshlegs.warehouse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The rows of one table that follow from its records, by athlete and key. Of {@code leftAlone} keys nothing can be said: a later
 * record has not become a row yet, or theirs cannot become one and what stood before it stays.
 */
record ExpectedRows(Table table, Map<String, SortedMap<String, Arrival.Row>> byAthlete, Set<String> leftAlone) {

    /** {@code next} says up to where records have become rows, {@code refused} which of them could not. */
    static ExpectedRows of(
            TopicTable<?> way, PartitionRecords records, Map<TopicPartition, Long> next, Set<Place> refused) {
        ExpectedRows expected = new ExpectedRows(way.table(), new TreeMap<>(), new HashSet<>());
        for (ConsumerRecord<byte[], byte[]> each : records.of(way.topic().name())) {
            long end = next.getOrDefault(new TopicPartition(each.topic(), each.partition()), 0L);
            Place place = new Place(each.topic(), each.partition(), each.offset());
            if (each.offset() >= end || refused.contains(place)) {
                expected.leaveAlone(way, each);
            } else {
                expected.add(way, each);
            }
        }
        return expected;
    }

    private void add(TopicTable<?> way, ConsumerRecord<byte[], byte[]> stored) {
        Arrival arrival = way.arrival(stored);
        if (arrival instanceof Arrival.Unreadable) {
            leaveAlone(way, stored);
        } else if (arrival instanceof Arrival.Row row && !row.gone()) {
            byAthlete.computeIfAbsent(row.athlete(), athlete -> new TreeMap<>()).put(keyOf(row.fields()), row);
        }
    }

    private void leaveAlone(TopicTable<?> way, ConsumerRecord<byte[], byte[]> stored) {
        identity(way, new String(stored.key(), StandardCharsets.UTF_8)).ifPresent(leftAlone::add);
    }

    private Optional<String> identity(TopicTable<?> way, String recordKey) {
        try {
            return Optional.of(keyOf(way.identified(recordKey)));
        } catch (RuntimeException e) {
            return Optional.empty(); // no row has such a key
        }
    }

    /** As {@link RowDifference#key} has it. */
    private String keyOf(ObjectNode fields) {
        return table.keyOf(column -> fields.path(column.field()).asText());
    }
}
