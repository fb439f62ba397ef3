package freshlegs.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentAgainTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.READING.name(), 3);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_taken_back_or_said_anew_in_between_stays_the_last_word() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"));
                Admin admin = Admin.create(kafka.address().adminProperties())) {
            TopicCreator.createMissing(admin, (short) 1);
            say(kafka.address(), "a", "1");
            say(kafka.address(), "b", "1");
            long known = say(kafka.address(), "c", "1") + 1;
            say(kafka.address(), "a", null);
            say(kafka.address(), "b", "2");
            say(kafka.address(), "d", "1");

            SentAgain.send(kafka.address(), PARTITION, List.of(again("a"), again("b"), again("c"), again("d")), known);

            assertThat(last(kafka.address())).isEqualTo(Map.of("b", "2", "c", "1", "d", "1"));
        }
    }

    private static ProducerRecord<byte[], byte[]> again(String key) {
        return new ProducerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                key.getBytes(StandardCharsets.UTF_8),
                "1".getBytes(StandardCharsets.UTF_8));
    }

    private static long say(KafkaAddress kafka, String key, @Nullable String what) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka.producerProperties(), new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), key, what))
                    .get()
                    .offset();
        }
    }

    private static Map<String, String> last(KafkaAddress kafka) {
        Map<String, String> last = new TreeMap<>();
        try (var consumer =
                new KafkaConsumer<>(kafka.consumerProperties(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                    if (each.value() == null) {
                        last.remove(each.key());
                    } else {
                        last.put(each.key(), each.value());
                    }
                });
            }
        }
        return last;
    }
}
