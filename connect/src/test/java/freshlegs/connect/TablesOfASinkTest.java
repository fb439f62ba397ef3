package freshlegs.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.json.Json;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real sink, set as the document says, keeps tables that hold what the topics hold. */
class TablesOfASinkTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/connect.md");
    private static final String NAME = "freshlegs-tables";

    private final SortedMap<String, ObjectNode> held = new TreeMap<>();

    @Test
    void the_tables_hold_what_the_topics_hold_after_updates_and_tombstones(@TempDir Path folder) throws Exception {
        Properties sink = sink();
        List<Topic<?>> topics = Examples.topics().stream()
                .filter(topic ->
                        List.of(sink.getProperty("topics").split(",", -1)).contains(topic.name()))
                .toList();
        assertThat(topics)
                .containsAll(Topics.results())
                .hasSize(sink.getProperty("topics").split(",", -1).length);
        KafkaClusterTestKit cluster = broker();
        KafkaAddress kafka = KafkaAddress.of(cluster.bootstrapServers());
        try (cluster;
                EmbeddedPostgres database = EmbeddedPostgres.start();
                var producer = new KafkaProducer<>(
                        kafka.producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            try (Admin admin = cluster.admin()) {
                TopicCreator.createMissing(admin, (short) 1);
            }
            makeTables(database);
            try (AWorker worker = AWorker.start(cluster.bootstrapServers(), folder)) {
                for (Topic<?> topic : topics) {
                    forget(producer, topic, Examples.of(topic).put("athlete", "zoe"));
                    tell(producer, topic, Examples.of(topic));
                    tell(producer, topic, Examples.of(topic).put("athlete", "ben"));
                    tell(producer, topic, Examples.of(topic).put("athlete", "clara"));
                }
                producer.flush();
                worker.run(settings(sink, database));
                awaitTables(worker, database, topics);

                tell(producer, Topics.STATUS, Examples.of(Topics.STATUS).put("why", "Told anew"));
                ObjectNode goal = Examples.of(Topics.GOAL).put("distanceMetres", 5000);
                tell(producer, Topics.GOAL, goal);
                for (Topic<?> topic : topics) {
                    forget(producer, topic, Examples.of(topic).put("athlete", "ben"));
                }
                producer.flush();
                awaitTables(worker, database, topics);
            }
        }
    }

    private void tell(KafkaProducer<String, byte[]> producer, Topic<?> topic, ObjectNode message) throws Exception {
        String key = Examples.key(topic, message);
        held.put(topic.name() + " " + key, message);
        send(producer, new ProducerRecord<>(topic.name(), key, Examples.bytes(message)));
    }

    private void forget(KafkaProducer<String, byte[]> producer, Topic<?> topic, ObjectNode message) throws Exception {
        String key = Examples.key(topic, message);
        held.remove(topic.name() + " " + key);
        send(producer, new ProducerRecord<>(topic.name(), key, null));
    }

    private static void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> message)
            throws Exception {
        Future<RecordMetadata> sent = producer.send(message);
        producer.flush();
        assertThat(sent.get().hasOffset()).isTrue();
    }

    private void awaitTables(AWorker worker, EmbeddedPostgres database, List<Topic<?>> topics) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .untilAsserted(() -> {
                    assertThat(worker.failures(NAME)).isEmpty();
                    for (Topic<?> topic : topics) {
                        assertThat(rows(database, topic))
                                .as(topic.name())
                                .containsExactlyInAnyOrderElementsOf(expected(topic));
                    }
                });
    }

    /** Each message's own fields, and the parts of its key that the value does not name. */
    private List<JsonNode> expected(Topic<?> topic) {
        List<JsonNode> expected = new ArrayList<>();
        held.tailMap(topic.name() + " ").forEach((key, message) -> {
            if (key.startsWith(topic.name() + " ")) {
                ObjectNode row = message.deepCopy();
                String[] names = topic.key().split("/", -1);
                String[] parts = key.substring(key.indexOf(' ') + 1).split("/", -1);
                for (int i = 0; i < names.length; i++) {
                    row.put(names[i].replaceAll("[^a-z]", "_"), parts[i]);
                }
                expected.add(comparable(row, topic));
            }
        });
        return expected;
    }

    private static List<JsonNode> rows(EmbeddedPostgres database, Topic<?> topic) throws SQLException {
        List<JsonNode> rows = new ArrayList<>();
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select to_jsonb(t) from \"" + topic.name().replaceAll("[.-]", "_") + "\" t")) {
            while (row.next()) {
                rows.add(comparable(Json.read(row.getString(1), ObjectNode.class), topic));
            }
        }
        return rows;
    }

    /** Numbers as doubles, moments to the millisecond, JSON read, and what is absent left out. */
    private static JsonNode comparable(ObjectNode row, Topic<?> topic) {
        JsonNode document = topic.jsonSchema().orElseThrow();
        ObjectNode comparable = Json.MAPPER.createObjectNode();
        row.properties().forEach(field -> {
            JsonNode content = field.getValue();
            boolean moment = document.findValues("properties").stream()
                    .anyMatch(all ->
                            all.path(field.getKey()).path("format").asText().equals("date-time"));
            if (content.isNumber()) {
                comparable.put(field.getKey(), content.doubleValue());
            } else if (moment && content.isTextual()) {
                comparable.put(field.getKey(), millis(content.asText()));
            } else if (content.isTextual() && content.asText().matches("(?s)[\\[{].*")) {
                comparable.set(field.getKey(), Json.read(content.asText(), JsonNode.class));
            } else if (!content.isNull()) {
                comparable.set(field.getKey(), content);
            }
        });
        return comparable;
    }

    private static long millis(String time) {
        boolean placed = time.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        return (placed ? OffsetDateTime.parse(time) : LocalDateTime.parse(time).atOffset(ZoneOffset.UTC))
                .toInstant()
                .toEpochMilli();
    }

    private static Map<String, String> settings(Properties sink, EmbeddedPostgres database) {
        Map<String, String> settings = new HashMap<>();
        sink.stringPropertyNames().forEach(name -> settings.put(name, sink.getProperty(name)));
        settings.put(
                "connection.url", database.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""));
        settings.put("connection.username", "postgres");
        settings.put("connection.password", "postgres");
        return settings;
    }

    private static void makeTables(EmbeddedPostgres database) throws Exception {
        try (Connection connection = database.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(block("tables", "sql"));
        }
    }

    /** What the document says between the marks. */
    private static String block(String name, String language) throws Exception {
        String document = Files.readString(DOCUMENT);
        String begin = "<!-- " + name + " -->\n```" + language + "\n";
        int from = document.indexOf(begin) + begin.length();
        return document.substring(from, document.indexOf("\n```\n", from));
    }

    private static Properties sink() throws Exception {
        Properties sink = new Properties();
        sink.load(new StringReader(block("sink", "properties")));
        return sink;
    }

    private static KafkaClusterTestKit broker() throws Exception {
        KafkaClusterTestKit cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        return cluster;
    }
}
