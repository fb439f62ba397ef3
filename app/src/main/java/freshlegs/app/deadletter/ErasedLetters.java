package freshlegs.app.deadletter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import freshlegs.app.service.TopicReader;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.Topics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Takes out the dead letters of an athlete: whose key or content says that they are hers, and of those that say nothing of anybody
 * those that name her. What stopped because it stood under a key that is not hers goes from its topic as well. Whatever is noted of
 * them, and of her records that became no row, goes with them.
 */
public final class ErasedLetters {
    private final AthleteId athlete;
    private final KafkaAddress kafka;
    private final DatabaseAddress database;
    private final Set<Stray> strays = new HashSet<>();

    public ErasedLetters(AthleteId athlete, KafkaAddress kafka, DatabaseAddress database) {
        this.athlete = athlete;
        this.kafka = kafka;
        this.database = database;
    }

    /** A key of nobody's or of somebody else's, under which something of hers stood; its tombstone stops as well. */
    private record Stray(String topic, String key) {
        static Stray of(String topic, byte[] key) {
            return new Stray(topic, new String(key, ISO_8859_1));
        }

        ProducerRecord<byte[], byte[]> tombstone(int partition) {
            return new ProducerRecord<>(topic, partition, key.getBytes(ISO_8859_1), null);
        }
    }

    /**
     * Answers how many there were, all acknowledged; what is said again meanwhile is found when it is done again. Her records must stand
     * in their topics still, as far as they do.
     */
    public int erase() throws SQLException {
        OldLetters.renew(kafka);
        List<ProducerRecord<byte[], byte[]>> tombstones = new ArrayList<>();
        Map<String, ConsumerRecord<byte[], byte[]>> letters = new LinkedHashMap<>();
        List<Place> noRows = new ArrayList<>();
        try (TopicReader reader = new TopicReader(kafka)) {
            reader.all(Topics.DEAD_LETTER.name(), stored -> {
                String id = StreamLetters.PREFIX
                        + LetterRecord.placeIn(stored.key()).orElse("");
                if (!LetterRecord.isLetter(stored.value(), stored.headers())) {
                    letters.remove(id);
                } else if (isHers(stored)) {
                    letters.put(id, stored);
                }
            });
            for (Place place : TableLetters.places(database)) {
                reader.at(place.topicPartition(), place.offset())
                        .filter(stored -> isHersWithoutRow(stored, tombstones))
                        .ifPresent(stored -> noRows.add(place));
            }
        }
        letters.values().forEach(letter -> takeOut(letter, tombstones));
        send(tombstones);
        forget(letters.keySet(), noRows);
        return tombstones.size();
    }

    private boolean isHers(ConsumerRecord<byte[], byte[]> letter) {
        Optional<byte[]> key = LetterRecord.keyOf(letter.key(), letter.headers());
        Optional<byte[]> content = LetterRecord.valueOf(letter.value(), letter.headers());
        Optional<Stray> stray = stray(letter, key);
        if (content.isEmpty() && stray.filter(strays::contains).isPresent()) {
            return true;
        }
        Optional<String> byKey = LetterRecord.athlete(key.orElse(null), null);
        Optional<String> byContent = LetterRecord.athlete(null, content.orElse(null));
        boolean names = (byKey.isPresent() || byContent.isPresent())
                ? isHer(byKey) || isHer(byContent)
                : Texts.utf8(key).startsWith(athlete.value() + "/")
                        || Texts.utf8(content).contains("\"" + athlete.value() + "\"");
        if (names) {
            stray.ifPresent(strays::add);
        }
        return names;
    }

    private Optional<Stray> stray(ConsumerRecord<byte[], byte[]> letter, Optional<byte[]> key) {
        return StreamLetters.origin(letter)
                .flatMap(origin -> key.filter(bytes -> !isHer(LetterRecord.athlete(bytes, null)))
                        .map(bytes -> Stray.of(origin.topic(), bytes)));
    }

    private boolean isHersWithoutRow(
            ConsumerRecord<byte[], byte[]> stored, List<ProducerRecord<byte[], byte[]>> tombstones) {
        Optional<Stray> stray = Optional.ofNullable(stored.key())
                .filter(bytes -> !isHer(LetterRecord.athlete(bytes, null)))
                .map(bytes -> Stray.of(stored.topic(), bytes));
        if (stored.value() == null && stray.filter(strays::contains).isPresent()) {
            return true;
        }
        boolean hers =
                isHer(LetterRecord.athlete(stored.key(), null)) || isHer(LetterRecord.athlete(null, stored.value()));
        if (hers) {
            stray.filter(strays::add).ifPresent(key -> tombstones.add(key.tombstone(stored.partition())));
        }
        return hers;
    }

    private boolean isHer(Optional<String> named) {
        return named.filter(athlete.value()::equals).isPresent();
    }

    private void takeOut(ConsumerRecord<byte[], byte[]> letter, List<ProducerRecord<byte[], byte[]>> tombstones) {
        tombstones.add(new ProducerRecord<>(letter.topic(), letter.partition(), letter.key(), null));
        if (LetterRecord.valueOf(letter.value(), letter.headers()).isPresent()) {
            int partition = StreamLetters.origin(letter).map(Place::partition).orElse(-1);
            stray(letter, LetterRecord.keyOf(letter.key(), letter.headers()))
                    .filter(stray -> partition >= 0)
                    .ifPresent(stray -> tombstones.add(stray.tombstone(partition)));
        }
    }

    private void send(List<ProducerRecord<byte[], byte[]>> tombstones) {
        if (tombstones.isEmpty()) {
            return;
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> tombstone : tombstones) {
                producer.send(tombstone).get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("a dead letter could not be taken out", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void forget(Set<String> letters, List<Place> noRows) throws SQLException {
        Notes notes = new Notes(database);
        for (Place place : noRows) {
            notes.forgetUnreadable(place);
            notes.forget(TableLetters.id(place));
        }
        for (String id : letters) {
            notes.forget(id);
        }
    }
}
