package freshlegs.app.deadletter;

import freshlegs.app.service.TopicReader;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Letters from before they had keys of their own are told once more with one, and what they stood under is taken out, before their
 * topic is compacted for the first time. Doing it again tells the same under the same keys.
 */
public final class OldLetters {
    private OldLetters() {}

    /** Answers how many there were, all acknowledged. */
    public static int renew(KafkaAddress kafka) {
        List<ConsumerRecord<byte[], byte[]>> old = new ArrayList<>();
        try (TopicReader reader = new TopicReader(kafka)) {
            reader.all(Topics.DEAD_LETTER.name(), stored -> {
                if (LetterRecord.isLetter(stored.value(), stored.headers())
                        && LetterRecord.placeIn(stored.key()).isEmpty()) {
                    old.add(stored);
                }
            });
        }
        if (!old.isEmpty()) {
            send(kafka, old);
        }
        return old.size();
    }

    private static void send(KafkaAddress kafka, List<ConsumerRecord<byte[], byte[]>> old) {
        Set<Under> under = new LinkedHashSet<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<byte[], byte[]> letter : old) {
                sent.add(producer.send(renewed(letter)));
                if (letter.key() != null) {
                    under.add(new Under(letter.partition(), new String(letter.key(), StandardCharsets.ISO_8859_1)));
                }
            }
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
            for (Under each : under) {
                producer.send(each.tombstone()).get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("a dead letter could not be given a key of its own", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A key of old in its partition, byte for byte. */
    private record Under(int partition, String key) {
        ProducerRecord<byte[], byte[]> tombstone() {
            return new ProducerRecord<>(
                    Topics.DEAD_LETTER.name(), partition, key.getBytes(StandardCharsets.ISO_8859_1), null);
        }
    }

    private static ProducerRecord<byte[], byte[]> renewed(ConsumerRecord<byte[], byte[]> letter) {
        String number = StreamLetters.number(letter);
        String place = StreamLetters.origin(letter)
                .filter(Place::isRecord)
                .map(at -> LetterRecord.place(at.topic(), at.partition(), at.offset()))
                .orElse("unknown-" + number);
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(
                letter.topic(), null, letter.timestamp(), letter.key(), letter.value(), letter.headers());
        again.headers().add(LetterRecord.WAS, number.getBytes(StandardCharsets.UTF_8));
        return LetterRecord.of(again, place);
    }
}
