package freshlegs.ingest;

import freshlegs.model.fact.Fact;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker with all topics, and a way to read what was published. */
public final class ABroker implements AutoCloseable {
    private final KafkaClusterTestKit cluster;
    public final KafkaAddress address;

    private ABroker(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
        this.address = KafkaAddress.of(cluster.bootstrapServers());
    }

    public static ABroker started() throws Exception {
        KafkaClusterTestKit cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "1")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (Admin admin = cluster.admin()) {
            TopicCreator.createMissing(admin, (short) 1);
        }
        return new ABroker(cluster);
    }

    /** All facts that lie on the topic now. */
    public <V extends Fact> List<V> read(Topic<V> topic) {
        return records(topic).stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .toList();
    }

    /** The keys that were taken out of the topic. */
    public List<String> tombstones(Topic<?> topic) {
        return records(topic).stream()
                .filter(found -> found.value() == null)
                .map(ConsumerRecord::key)
                .toList();
    }

    /** Where each partition of the topic ends now. */
    public Map<TopicPartition, Long> ends(Topic<?> topic) {
        try (var consumer = new KafkaConsumer<>(
                address.consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer())) {
            return consumer.endOffsets(partitionsOf(topic));
        }
    }

    private static List<TopicPartition> partitionsOf(Topic<?> topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private <V> List<ConsumerRecord<String, V>> records(Topic<V> topic) {
        List<TopicPartition> partitions = partitionsOf(topic);
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                address.consumerProperties(),
                new StringDeserializer(),
                topic.serde().deserializer())) {
            consumer.assign(partitions);
            var ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }
}
