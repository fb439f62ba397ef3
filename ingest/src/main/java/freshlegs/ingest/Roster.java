package freshlegs.ingest;

import freshlegs.ingest.decode.Zones;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Profile;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the topics say of the athletes: their zones, and on which days they checked in by other ways than the spool. It reads
 * only when asked, up to the end, so that a profile published before a file was handed over always counts for that file.
 */
final class Roster implements AutoCloseable {
    static final List<Topic<? extends Fact>> TOPICS = List.of(Topics.PROFILE, Topics.CHECKIN);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Comparator<Profile> BY_BELIEF = Comparator.comparing(Profile::localDate)
            .thenComparing(Profile::rank)
            .thenComparing(Profile::revision);

    private final Map<String, Object> properties;
    private final ZoneId defaultZone;
    private final BiConsumer<AthleteId, LocalDate> onCheckIn;
    private final Map<AthleteId, Map<String, Profile>> profiles = new HashMap<>();

    private @Nullable KafkaConsumer<String, byte[]> consumer;

    Roster(KafkaAddress kafka, ZoneId defaultZone, BiConsumer<AthleteId, LocalDate> onCheckIn) {
        this.properties = kafka.consumerProperties();
        this.defaultZone = defaultZone;
        this.onCheckIn = onCheckIn;
    }

    /** Reads what has come since the last time. */
    void refresh() {
        try {
            readToEnd(connected());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Tells everything from the beginning again at the next time, to whoever has forgotten it or never heard it. */
    void readAgain() {
        close();
    }

    Zones zonesOf(AthleteId athlete) {
        return instant -> offset(athlete, instant);
    }

    ZoneId zoneOf(AthleteId athlete, LocalDate date) {
        List<Profile> known = profiles.getOrDefault(athlete, Map.of()).values().stream()
                .filter(profile -> profile.zone().isPresent())
                .sorted(BY_BELIEF)
                .toList();
        Optional<Profile> valid = known.stream()
                .filter(profile -> !profile.localDate().isAfter(date))
                .reduce((earlier, later) -> later)
                .or(() -> known.stream().findFirst());
        return valid.flatMap(Profile::zone).orElse(defaultZone);
    }

    @Override
    public void close() {
        KafkaConsumer<String, byte[]> old = consumer;
        consumer = null;
        if (old != null) {
            old.close();
        }
    }

    void learn(String key, Optional<Profile> profile) {
        Map<String, Profile> own = profiles.computeIfAbsent(RecordKey.athleteOf(key), athlete -> new HashMap<>());
        profile.ifPresentOrElse(known -> own.put(key, known), () -> own.remove(key));
    }

    private ZoneOffset offset(AthleteId athlete, Instant instant) {
        LocalDate roughly = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return zoneOf(athlete, roughly).getRules().getOffset(instant);
    }

    private KafkaConsumer<String, byte[]> connected() {
        KafkaConsumer<String, byte[]> connected = consumer;
        if (connected == null) {
            connected = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
            consumer = connected;
            List<TopicPartition> partitions = TOPICS.stream()
                    .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                    .toList();
            connected.assign(partitions);
            connected.seekToBeginning(partitions);
        }
        return connected;
    }

    private void readToEnd(KafkaConsumer<String, byte[]> from) {
        Map<TopicPartition, Long> ends = from.endOffsets(from.assignment());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> from.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Kafka did not give the profiles within " + PATIENCE.toSeconds() + " s");
            }
            from.poll(POLL).forEach(this::read);
        }
    }

    private void read(ConsumerRecord<String, byte[]> found) {
        try {
            if (found.topic().equals(Topics.PROFILE.name())) {
                learn(found.key(), Optional.ofNullable(parse(Topics.PROFILE, found)));
            } else {
                CheckIn checkIn = parse(Topics.CHECKIN, found);
                if (checkIn != null) {
                    onCheckIn.accept(checkIn.athlete(), checkIn.localDate());
                }
            }
        } catch (SerializationException | IllegalArgumentException e) {
            // Not ours to judge here: the season sends what it cannot read to the dead letters.
        }
    }

    private static <V> @Nullable V parse(Topic<V> topic, ConsumerRecord<String, byte[]> found) {
        byte @Nullable [] json = found.value();
        try (var deserializer = topic.serde().deserializer()) {
            return json == null ? null : deserializer.deserialize(topic.name(), json);
        }
    }
}
