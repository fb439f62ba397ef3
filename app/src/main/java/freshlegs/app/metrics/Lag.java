package freshlegs.app.metrics;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** How many records somebody is behind. */
final class Lag {
    private Lag() {}

    static Map<String, Long> byTopic(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> read) {
        Map<String, Long> behind = new TreeMap<>();
        ends.forEach((partition, end) ->
                behind.merge(partition.topic(), Math.max(0, end - read.getOrDefault(partition, 0L)), Long::sum));
        return behind;
    }
}
