package freshlegs.streams;

import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.Topic;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** One stretch of the data's way, from topics to topics, with every node named. */
public interface Stage {
    void addTo(StreamsBuilder builder);

    static Named step(String name) {
        return Named.as(name);
    }

    static <V> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                topic.name(), Consumed.with(Serdes.String(), topic.serde()).withName(name));
    }

    /** An athlete's results lie in the partition of the same number as the athlete's facts. */
    static <V> void write(KStream<String, V> results, Topic<V> topic, String name) {
        results.to(
                topic.name(),
                Produced.<String, V>with(Serdes.String(), topic.serde(), Stage::byAthlete)
                        .withName(name));
    }

    private static <V> Optional<Set<Integer>> byAthlete(String topic, String key, V message, int partitions) {
        return Optional.of(Set.of(AthletePartitioner.partition(key, partitions)));
    }
}
