package freshlegs.app.metrics;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.streams.Unseen;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How Kafka stands, asked with little patience; one way to it for as long as the process runs. */
final class KafkaView implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2_000;

    private final String servers;
    private final Admin admin;
    private final Unseen unseen;

    private KafkaView(String servers, Admin admin, Unseen unseen) {
        this.servers = servers;
        this.admin = admin;
        this.unseen = unseen;
    }

    static KafkaView of(KafkaAddress address) {
        Map<String, Object> properties = new HashMap<>(address.adminProperties());
        properties.putIfAbsent("client.id", "freshlegs-metrics");
        return new KafkaView(address.bootstrapServers(), Admin.create(properties), new Unseen(address));
    }

    /** Whether it answers. */
    Answer answers() {
        try {
            await(admin.describeCluster().nodes());
            return Answer.well("Kafka answers at " + servers + ".");
        } catch (KafkaException e) {
            return Answer.unwell("Kafka at " + servers + " does not answer: start it, or look at its log.");
        }
    }

    /** Whether these topics are there. */
    Answer topics(Collection<String> needed) {
        try {
            TreeSet<String> missing = new TreeSet<>(needed);
            missing.removeAll(await(admin.listTopics().names()));
            return missing.isEmpty()
                    ? Answer.well("All " + needed.size() + " topics are there.")
                    : Answer.unwell("Topics are missing (" + String.join(", ", missing)
                            + "): start any part again, which makes them.");
        } catch (KafkaException e) {
            return Answer.unwell("Kafka does not say which topics there are.");
        }
    }

    /** Where the committed records of some topics end. */
    Map<TopicPartition, Long> ends(Collection<String> topics) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(
                                partitions(topics).stream()
                                        .collect(Collectors.toMap(Function.identity(), each -> OffsetSpec.latest())),
                                new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** How far a group has come that read so far, when what nobody sees does not count. */
    Map<TopicPartition, Long> past(Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        return unseen.past(read, ends);
    }

    /** How far a group has read some topics; none of it is told of what was never read. */
    Map<TopicPartition, Long> committed(String group, Collection<String> topics) {
        Map<TopicPartition, Long> read = new HashMap<>();
        await(admin.listConsumerGroupOffsets(
                                Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions(topics))))
                        .partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        read.put(partition, offset.offset());
                    }
                });
        return read;
    }

    private static List<TopicPartition> partitions(Collection<String> topics) {
        return topics.stream()
                .flatMap(
                        topic -> IntStream.range(0, Topic.PARTITIONS).mapToObj(each -> new TopicPartition(topic, each)))
                .toList();
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not answer", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        unseen.close();
    }
}
