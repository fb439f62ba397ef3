package freshlegs.app.backup;

import freshlegs.app.backup.Manifest.Entry;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts records back into their partitions in their order. Offsets are others there, so that what dead letters say of where records
 * stood, and the names by which people know the letters, follow them.
 */
final class RecordLoading {
    private static final int MOST_UNDER_WAY = 2_000;

    private final BackupFile backup;
    private final KafkaAddress kafka;
    private final NotedLetters notes;
    private final Set<String> wanted = new HashSet<>();
    private final Map<String, String> moved = new HashMap<>();
    private final LoadedLetters letters = new LoadedLetters(moved);

    RecordLoading(BackupFile backup, KafkaAddress kafka, NotedLetters notes) {
        this.backup = backup;
        this.kafka = kafka;
        this.notes = notes;
    }

    /** Dead letters come last, since they speak of the others. */
    void run() throws IOException, SQLException {
        List<String> topics = topics();
        wanted.addAll(notes.places());
        if (topics.contains(Topics.DEAD_LETTER.name())) {
            backup.records(Topics.DEAD_LETTER.name(), letter -> wanted.add(LoadedLetters.origin(letter)));
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (String topic : topics) {
                load(topic, producer);
            }
        }
        notes.follow(moved);
    }

    private List<String> topics() throws IOException {
        List<String> topics = new ArrayList<>(backup.manifest().entries().stream()
                .map(Entry::name)
                .filter(name -> name.startsWith(Manifest.TOPICS))
                .map(name -> name.substring(Manifest.TOPICS.length()))
                .toList());
        Set<String> known = Backup.topics().stream().map(Topic::name).collect(Collectors.toSet());
        for (String topic : topics) {
            if (!known.contains(topic)) {
                throw new IOException("it holds topic " + topic + ", which this program does not know");
            }
        }
        topics.sort(Comparator.comparing(RecordLoading::isDeadLetters));
        return topics;
    }

    private static boolean isDeadLetters(String topic) {
        return topic.equals(Topics.DEAD_LETTER.name());
    }

    private record UnderWay(String from, Future<RecordMetadata> answer) {}

    private void load(String topic, KafkaProducer<byte[], byte[]> producer) throws IOException {
        Deque<UnderWay> underWay = new ArrayDeque<>();
        backup.records(topic, stored -> {
            ProducerRecord<byte[], byte[]> message = isDeadLetters(topic) ? letters.of(stored) : stored.on(topic);
            underWay.add(new UnderWay(place(topic, stored.partition(), stored.offset()), producer.send(message)));
            if (underWay.size() > MOST_UNDER_WAY) {
                arrived(topic, underWay.remove());
            }
        });
        while (!underWay.isEmpty()) {
            arrived(topic, underWay.remove());
        }
    }

    private void arrived(String topic, UnderWay sent) throws IOException {
        try {
            RecordMetadata now = sent.answer().get();
            if (wanted.contains(sent.from()) && !isDeadLetters(topic)) {
                moved.put(sent.from(), place(topic, now.partition(), now.offset()));
            }
        } catch (ExecutionException e) {
            throw new IOException("Kafka does not take a record of " + topic + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static String place(Object topic, Object partition, Object offset) {
        return topic + "-" + partition + "-" + offset;
    }
}
