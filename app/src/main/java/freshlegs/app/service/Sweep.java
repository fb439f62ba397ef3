package freshlegs.app.service;

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
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Closes the files of one partition of every topic and changelog that are old enough, so that Kafka compacts them where nothing else
 * comes any more: Kafka closes a file only when a record comes after it. The record belongs to a transaction that is aborted, so
 * nobody ever reads it.
 */
final class Sweep {
    /** Whoever sweeps at the same time is told to begin again. */
    static final String TRANSACTION = "freshlegs-sweep";

    private static final byte[] NOBODY = {'-'};
    private static final long ANSWER_SECONDS = 60;

    private Sweep() {}

    static void run(KafkaAddress kafka, int place) throws InterruptedException {
        List<String> topics = topics(kafka);
        Map<String, Object> properties = kafka.producerProperties();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTION);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = topics.stream()
                    .map(topic -> producer.send(new ProducerRecord<byte[], byte[]>(topic, place, NOBODY, null)))
                    .toList();
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
            producer.abortTransaction();
        } catch (ExecutionException e) {
            throw new KafkaException("a topic could not be swept", e);
        }
    }

    private static List<String> topics(KafkaAddress kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            Set<String> there = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return Stream.concat(
                            Topics.all().stream().map(Topic::name),
                            there.stream().filter(StreamsProperties::isInternal))
                    .filter(there::contains)
                    .toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say which topics it has", e);
        }
    }
}
