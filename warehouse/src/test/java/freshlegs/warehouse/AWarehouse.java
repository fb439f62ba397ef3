package freshlegs.warehouse;

import static org.awaitility.Awaitility.await;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker and a real database of its own, with a worker in between that a test may stop and start. */
final class AWarehouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final EmbeddedPostgres SERVER = startServer();
    private static int databases;

    private final KafkaClusterTestKit cluster;
    final KafkaAddress kafka;
    final DatabaseAddress database;
    private final KafkaProducer<String, String> producer;
    private final List<WarehouseWorker> workers = new ArrayList<>();
    private WarehouseSettings settings;

    private AWarehouse(KafkaClusterTestKit cluster, DatabaseAddress database) {
        this.cluster = cluster;
        this.kafka = KafkaAddress.of(cluster.bootstrapServers());
        this.database = database;
        this.producer = producer(kafka);
        this.settings = new WarehouseSettings(
                kafka, database, List.of("webhook"), Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static AWarehouse stopped() throws Exception {
        KafkaClusterTestKit cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (Admin admin = cluster.admin()) {
            TopicCreator.createMissing(admin, (short) 1);
        }
        AWarehouse warehouse = new AWarehouse(cluster, freshDatabase(SERVER));
        Warehouse.migrate(warehouse.database);
        return warehouse;
    }

    static AWarehouse working() throws Exception {
        AWarehouse warehouse = stopped();
        warehouse.start();
        return warehouse;
    }

    private static EmbeddedPostgres startServer() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not start", e);
        }
    }

    static DatabaseAddress freshDatabase(EmbeddedPostgres server) throws SQLException {
        String name = "warehouse" + ++databases;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new DatabaseAddress(server.getJdbcUrl("postgres", name), "postgres", "postgres");
    }

    static DatabaseAddress freshMigratedDatabase() throws SQLException {
        DatabaseAddress database = freshDatabase(SERVER);
        Warehouse.migrate(database);
        return database;
    }

    private static KafkaProducer<String, String> producer(KafkaAddress kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.producerProperties());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "season");
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    AWarehouse telling(String... recipients) {
        settings = new WarehouseSettings(kafka, database, List.of(recipients), settings.settle(), settings.clock());
        return this;
    }

    AWarehouse at(Instant now) {
        settings = new WarehouseSettings(
                kafka, database, settings.recipients(), settings.settle(), Clock.fixed(now, ZoneOffset.UTC));
        return this;
    }

    AWarehouse with(DatabaseAddress other) {
        settings = new WarehouseSettings(kafka, other, settings.recipients(), settings.settle(), settings.clock());
        return this;
    }

    WarehouseWorker start() {
        WarehouseWorker worker = WarehouseWorker.start(settings);
        workers.add(worker);
        return worker;
    }

    void stop() {
        workers.forEach(WarehouseWorker::close);
        workers.clear();
    }

    /** All of them in one transaction, as the season publishes. */
    void publish(Message<?>... messages) {
        publish(List.of(messages));
    }

    void publish(List<? extends Message<?>> messages) {
        producer.beginTransaction();
        messages.forEach(this::send);
        producer.commitTransaction();
    }

    void publishAndAbort(Message<?> message) {
        producer.beginTransaction();
        send(message);
        producer.flush();
        producer.abortTransaction();
    }

    /** The transaction waits for the acknowledgement, or fails. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(Message<?> message) {
        producer.send(message.sent());
    }

    void settle() throws Exception {
        if (!Settled.await(kafka, database, PATIENCE)) {
            throw new AssertionError("not settled within " + PATIENCE);
        }
    }

    void publishAndSettle(Message<?>... messages) throws Exception {
        publish(messages);
        settle();
    }

    void awaitRows(String sql, List<String> expected) {
        await().atMost(PATIENCE).until(() -> rows(sql).equals(expected));
    }

    /** Each row as its columns joined by a bar. */
    List<String> rows(String sql) throws SQLException {
        return rows(database, sql);
    }

    static List<String> rows(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(String.join("|", columns));
            }
            return rows;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException {
        return connect(database);
    }

    private static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    @Override
    public void close() {
        stop();
        producer.close(Duration.ZERO);
        stopCluster();
    }

    private void stopCluster() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    /** A record as a producer sends it. */
    record Message<V>(Topic<V> topic, String key, Optional<String> json) {
        ProducerRecord<String, String> sent() {
            return new ProducerRecord<>(topic.name(), key, json.orElse(null));
        }
    }
}
