package freshlegs.streams;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.rule.Rules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyDescription;

/** The topics that the streams read and write, and the changelogs of their stores, as the topology has them. */
public final class StreamsTopics {
    private StreamsTopics() {}

    public static SortedSet<String> read() {
        return nodes().filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What cannot be processed among them. */
    public static SortedSet<String> written() {
        return Stream.concat(
                        nodes().filter(TopologyDescription.Sink.class::isInstance)
                                .map(node -> ((TopologyDescription.Sink) node).topic()),
                        Stream.of(Topics.DEAD_LETTER.name()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static SortedSet<String> changelogs() {
        return nodes().filter(TopologyDescription.Processor.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Processor) node).stores().stream())
                .map(store -> StreamsProperties.APPLICATION + "-" + store + "-changelog")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything that must be there before the streams start; the changelogs are what Kafka Streams itself would make. */
    public static List<NewTopic> all(short replication) {
        SortedSet<String> names = read();
        names.addAll(written());
        List<NewTopic> all = new ArrayList<>(state(replication));
        Topics.all().stream()
                .filter(topic -> names.contains(topic.name()))
                .map(topic -> topic.toNewTopic(replication))
                .forEach(all::add);
        return List.copyOf(all);
    }

    /** The changelogs alone. */
    public static List<NewTopic> state(short replication) {
        Map<String, String> configs = new HashMap<>(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "CreateTime"));
        config().originalsWithPrefix(StreamsConfig.TOPIC_PREFIX)
                .forEach((name, value) -> configs.put(name, String.valueOf(value)));
        return changelogs().stream()
                .map(name -> new NewTopic(name, Topic.PARTITIONS, replication).configs(configs))
                .toList();
    }

    private static Stream<TopologyDescription.Node> nodes() {
        return FreshlegsTopology.build(config(), Rules.published()).describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream());
    }

    /** Names depend on no cluster. */
    private static StreamsConfig config() {
        return StreamsProperties.of(StreamsSettings.alone(KafkaAddress.of("nowhere:9092"), Path.of("nowhere")));
    }
}
