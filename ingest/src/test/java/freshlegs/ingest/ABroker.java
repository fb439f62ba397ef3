package freshlegs.ingest;

import freshlegs.model.fact.Fact;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;

/** A real broker with all topics, and a way to read what was published. */
public final class ABroker implements AutoCloseable {
    private final KafkaClusterTestKit cluster;
    public final KafkaAddress address;
    private @Nullable KafkaConsumer<String, byte[]> reader;

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
        try (Deserializer<V> deserializer = topic.serde().deserializer()) {
            return records(topic).stream()
                    .filter(found -> found.value() != null)
                    .map(found -> deserializer.deserialize(topic.name(), found.headers(), found.value()))
                    .toList();
        }
    }

    /** The keys that were taken out of the topic. */
    public List<String> tombstones(Topic<?> topic) {
        return records(topic).stream()
                .filter(found -> found.value() == null)
                .map(ConsumerRecord::key)
                .toList();
    }

    /** Where each partition of the topic ends now. */
    public synchronized Map<TopicPartition, Long> ends(Topic<?> topic) {
        return reader().endOffsets(partitionsOf(topic));
    }

    /** One for all looks, as each new one takes longer than most looks. */
    private KafkaConsumer<String, byte[]> reader() {
        if (reader == null) {
            reader = new KafkaConsumer<>(
                    address.consumerProperties(), new StringDeserializer(), new ByteArrayDeserializer());
        }
        return reader;
    }

    private static List<TopicPartition> partitionsOf(Topic<?> topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }

    private synchronized List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        KafkaConsumer<String, byte[]> consumer = reader();
        List<TopicPartition> partitions = partitionsOf(topic);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        consumer.seekToBeginning(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }
}
