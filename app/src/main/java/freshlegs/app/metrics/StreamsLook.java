package freshlegs.app.metrics;

import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsProperties;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the streams are behind the facts. */
final class StreamsLook implements Look {
    private static final List<String> FACTS =
            Topics.facts().stream().map(Topic::name).toList();

    private final KafkaView kafka;

    StreamsLook(KafkaView kafka) {
        this.kafka = kafka;
    }

    @Override
    public String source() {
        return "streams-offsets";
    }

    @Override
    public List<Metric> tells() {
        return List.of(Metrics.STREAMS_LAG);
    }

    @Override
    public void take(Readings readings) {
        Map<TopicPartition, Long> ends = kafka.ends(FACTS);
        Map<TopicPartition, Long> read = kafka.committed(StreamsProperties.APPLICATION, FACTS);
        Lag.byTopic(ends, kafka.past(read, ends))
                .forEach((topic, behind) -> readings.add(Metrics.STREAMS_LAG, behind, topic));
    }
}
