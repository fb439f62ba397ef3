package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.output.Query;
import freshlegs.app.service.Rest;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsSettings;
import freshlegs.streams.StreamsWorker;
import freshlegs.warehouse.Warehouse;
import freshlegs.warehouse.WarehouseSettings;
import freshlegs.warehouse.WarehouseWorker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a pipeline that nobody disturbs makes of another's facts, in another order, on a broker and a database of its own. */
record AnUndisturbedRun(Map<String, List<String>> tables, Map<String, SortedMap<String, String>> topics) {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    static AnUndisturbedRun over(ASite site, Path folder) throws Exception {
        DatabaseAddress database = another(site.database());
        Warehouse.migrate(database);
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"))) {
            KafkaAddress kafka = broker.address();
            copyFacts(site.kafka(), kafka);
            WarehouseSettings tables =
                    new WarehouseSettings(kafka, database, List.of(), Duration.ZERO, Clock.systemUTC());
            try (StreamsWorker streams = StreamsWorker.start(StreamsSettings.alone(kafka, folder.resolve("state")));
                    WarehouseWorker warehouse = WarehouseWorker.start(tables)) {
                assertThat(Rest.await(kafka, database, LIMIT)).isTrue();
                assertThat(streams.isRunning() && warehouse.isRunning()).isTrue();
                return new AnUndisturbedRun(Tables.results(database), results(kafka));
            }
        }
    }

    static Map<String, SortedMap<String, String>> results(KafkaAddress kafka) {
        Map<String, SortedMap<String, String>> results = new TreeMap<>();
        Topics.results().forEach(topic -> results.put(topic.name(), TopicContent.live(kafka, topic)));
        results.put(Topics.SESSION.name(), TopicContent.live(kafka, Topics.SESSION));
        return results;
    }

    private static DatabaseAddress another(DatabaseAddress database) throws SQLException {
        try (Connection connection = Query.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create database undisturbed");
        }
        return new DatabaseAddress(
                database.jdbcUrl().replaceFirst("[^/]*$", "undisturbed"), database.user(), database.password());
    }

    /** All facts but the sessions, which the streams make of recordings. */
    private static void copyFacts(KafkaAddress from, KafkaAddress to) throws Exception {
        try (Admin admin = Admin.create(to.adminProperties())) {
            TopicCreator.createMissing(admin, (short) 1);
        }
        Map<String, ConsumerRecord<String, byte[]>> latest = new TreeMap<>();
        for (Topic<?> topic : Topics.facts()) {
            if (!topic.equals(Topics.SESSION)) {
                TopicContent.forEach(from, topic, fact -> latest.put(fact.topic() + "/" + fact.key(), fact));
            }
        }
        List<ConsumerRecord<String, byte[]>> facts = new ArrayList<>(latest.values());
        Collections.shuffle(facts, new Random(facts.size()));
        try (var producer =
                new KafkaProducer<>(to.producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = facts.stream()
                    .map(fact -> producer.send(
                            new ProducerRecord<>(fact.topic(), null, fact.key(), fact.value(), fact.headers())))
                    .toList();
            for (Future<RecordMetadata> acknowledged : sent) {
                acknowledged.get();
            }
        }
    }
}
