package freshlegs.streams;

import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;

/** A real broker in this process, with a writer and a reader. */
final class ABroker {
    private final KafkaClusterTestKit cluster;
    final KafkaAddress address;
    private @Nullable KafkaConsumer<String, String> reader;

    private ABroker(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
        this.address = KafkaAddress.of(cluster.bootstrapServers());
    }

    static ABroker start() throws Exception {
        KafkaClusterTestKit cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        ABroker broker = new ABroker(cluster);
        try (Admin admin = cluster.admin()) {
            TopicCreator.createMissing(admin, (short) 1);
        }
        return broker;
    }

    /** How many records the commits of all groups have come to. */
    synchronized long commits() {
        TopicPartition only = new TopicPartition("__consumer_offsets", 0);
        return reader().endOffsets(List.of(only)).getOrDefault(only, 0L);
    }

    void write(Topic<?> topic, Map<String, ?> messages) throws Exception {
        write(topic, messages, Instant.now());
    }

    /** As a process does by whose clock it is {@code now}. */
    void write(Topic<?> topic, Map<String, ?> messages, Instant now) throws Exception {
        try (var producer =
                new KafkaProducer<>(address.producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            messages.forEach((key, message) -> sent.add(producer.send(new ProducerRecord<>(
                    topic.name(),
                    null,
                    now.toEpochMilli(),
                    key,
                    message instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.write(message)))));
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        }
    }

    /** What a reader of the compacted, committed topic sees now. */
    SortedMap<String, String> read(Topic<?> topic) {
        SortedMap<String, String> told = new TreeMap<>();
        read(topic, message -> {
            if (message.value() == null) {
                told.remove(message.key());
            } else {
                told.put(message.key(), message.value());
            }
        });
        return told;
    }

    private synchronized void read(Topic<?> topic, Consumer<ConsumerRecord<String, String>> each) {
        KafkaConsumer<String, String> consumer = reader();
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
            consumer.poll(Duration.ofMillis(100)).forEach(each);
        }
    }

    /** One for all looks, as each new one takes longer than most looks. */
    private KafkaConsumer<String, String> reader() {
        if (reader == null) {
            reader = new KafkaConsumer<>(
                    address.consumerProperties(), new StringDeserializer(), new StringDeserializer());
        }
        return reader;
    }

    /** What each dead letter says of itself. */
    List<Map<String, String>> deadLetters() {
        List<Map<String, String>> letters = new ArrayList<>();
        read(Topics.DEAD_LETTER, letter -> {
            Map<String, String> said = new TreeMap<>();
            for (Header header : letter.headers()) {
                said.put(
                        header.key().replace("__streams.errors.", ""),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
            letters.add(said);
        });
        return letters;
    }

    Map<Topic<?>, SortedMap<String, String>> readAll(Collection<Topic<?>> topics) {
        Map<Topic<?>, SortedMap<String, String>> all = new TreeMap<>(Comparator.comparing(Topic::name));
        topics.forEach(topic -> all.put(topic, read(topic)));
        return all;
    }

    static List<Topic<?>> results() {
        return Topics.results();
    }

    void stop() throws Exception {
        if (reader != null) {
            reader.close();
        }
        cluster.close();
    }
}
