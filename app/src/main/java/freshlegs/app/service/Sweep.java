package freshlegs.app.service;

import freshlegs.app.rights.KafkaUser;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsProperties;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Closes the files of every topic and changelog that are old enough, so that Kafka compacts them where nothing else comes any more: Kafka
 * closes a file only when a record comes after it. The record belongs to a transaction that is aborted, so nobody ever reads it. All
 * partitions that hold anything are swept, since letters about her can lie in any.
 */
final class Sweep {
    private static final byte[] NOBODY = {'-'};
    private static final long ANSWER_SECONDS = 60;

    private Sweep() {}

    static void run(KafkaAddress kafka) throws InterruptedException {
        List<TopicPartition> partitions = partitions(kafka);
        Map<String, Object> properties = kafka.producerProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, KafkaUser.SWEEP);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = partitions.stream()
                    .map(each -> new ProducerRecord<byte[], byte[]>(each.topic(), each.partition(), NOBODY, null))
                    .map(producer::send)
                    .toList();
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
            producer.abortTransaction();
        } catch (ExecutionException e) {
            throw new KafkaException("a topic could not be swept", e);
        }
    }

    private static List<TopicPartition> partitions(KafkaAddress kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            Set<String> there = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetSpec> ends = Stream.concat(
                            Topics.all().stream().map(Topic::name),
                            there.stream().filter(StreamsProperties::isInternal))
                    .filter(there::contains)
                    .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic, partition)))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get(ANSWER_SECONDS, TimeUnit.SECONDS).entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .map(Map.Entry::getKey)
                    .toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say which topics it has", e);
        }
    }
}
