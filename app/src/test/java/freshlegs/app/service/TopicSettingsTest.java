package freshlegs.app.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.app.deadletter.Letter;
import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.model.topic.Compaction;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSettingsTest {
    private static final ConfigResource LETTERS =
            new ConfigResource(ConfigResource.Type.TOPIC, Topics.DEAD_LETTER.name());

    @Test
    void topics_that_are_there_get_their_settings_and_letters_of_old_keys_of_their_own(@TempDir Path folder)
            throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"));
                Admin admin = Admin.create(broker.address().adminProperties())) {
            TopicCreator.createMissing(admin, (short) 1);
            set(admin, "cleanup.policy", "delete");
            set(admin, "message.timestamp.after.max.ms", "3600000");
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    broker.address().producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
                await().ignoreExceptions()
                        .untilAsserted(() -> producer.send(old(null, "{\"day\":[1],\"athlete\":\"bob\", oh no", "9"))
                                .get());
                producer.send(old("ann/reading/a/1", "{\"athlete\":\"ann\"}", "7"))
                        .get();
                producer.send(old("ann/reading/a/1", "{\"athlete\":\"ann\"}", "7"))
                        .get();
                producer.send(old("ann/reading/a/1", null, "8")).get();
                producer.send(old("no key", "?", "10")).get();
            }

            TopicSettings.apply(broker.address(), new Compaction(Duration.ofHours(5)));

            await().untilAsserted(() ->
                    assertThat(settings(admin).get("cleanup.policy").value()).isEqualTo("compact"));
            for (String bound : List.of("segment.ms", "max.compaction.lag.ms", "delete.retention.ms")) {
                assertThat(settings(admin).get(bound).value()).as(bound).isEqualTo("18000000");
            }
            assertThat(settings(admin).get("message.timestamp.after.max.ms").value())
                    .isEqualTo(Long.toString(Long.MAX_VALUE));
            assertThat(DeadLetters.ofStreams(broker.address()).all())
                    .extracting(DeadLetter::id, DeadLetter::times)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("streams-wellness.reading.v1-3-7", 2),
                            org.assertj.core.groups.Tuple.tuple("streams-wellness.reading.v1-3-8", 1),
                            org.assertj.core.groups.Tuple.tuple("streams-wellness.reading.v1-3-9", 1),
                            org.assertj.core.groups.Tuple.tuple("streams-wellness.reading.v1-3-10", 1));
            Letter deleted = letter(broker.address(), "streams-wellness.reading.v1-3-8");
            assertThat(deleted.keyText()).isEqualTo("ann/reading/a/1");
            assertThat(deleted.content()).isEmpty();
            assertThat(keys(broker.address()))
                    .contains(
                            "ann/dead-letter/wellness.reading.v1-3-7",
                            "bob/dead-letter/wellness.reading.v1-3-9",
                            "-/dead-letter/wellness.reading.v1-3-10");
            int records = keys(broker.address()).size();

            TopicSettings.apply(broker.address(), Compaction.STANDARD);

            assertThat(keys(broker.address())).as("told once more alone").hasSize(records);
            await().untilAsserted(() ->
                    assertThat(settings(admin).get("segment.ms").value()).isEqualTo("86400000"));
        }
    }

    private static Letter letter(KafkaAddress kafka, String id) {
        return DeadLetters.read(DeadLetters.ofStreams(kafka).find(id), kafka).orElseThrow();
    }

    private static List<String> keys(KafkaAddress kafka) {
        List<String> keys = new java.util.ArrayList<>();
        try (TopicReader reader = new TopicReader(kafka)) {
            reader.all(
                    Topics.DEAD_LETTER.name(),
                    stored -> keys.add(stored.key() == null ? "" : new String(stored.key(), UTF_8)));
        }
        return keys;
    }

    /** As Kafka Streams itself makes one. */
    private static ProducerRecord<byte[], byte[]> old(@Nullable String key, @Nullable String content, String offset) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topics.DEAD_LETTER.name(),
                5,
                key == null ? null : key.getBytes(UTF_8),
                content == null ? null : content.getBytes(UTF_8));
        Map.of("topic", Topics.READING.name(), "partition", "3", "offset", offset, "exception", "java.lang.Oh")
                .forEach((name, said) -> letter.headers().add(LetterRecord.ERRORS + name, said.getBytes(UTF_8)));
        return letter;
    }

    private static void set(Admin admin, String name, String value) throws Exception {
        admin.incrementalAlterConfigs(Map.of(
                        LETTERS, List.of(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    private static Config settings(Admin admin) throws Exception {
        return Optional.ofNullable(
                        admin.describeConfigs(List.of(LETTERS)).all().get().get(LETTERS))
                .orElseThrow();
    }
}
