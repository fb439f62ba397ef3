package freshlegs.warehouse;

import static org.awaitility.Awaitility.await;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.TopicCreator;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker and a real database of its own, with a worker in between that a test may stop and start. */
final class AWarehouse implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaClusterTestKit cluster;
    final KafkaAddress kafka;
    final ADatabase database;
    private final KafkaProducer<String, String> producer;
    private final List<WarehouseWorker> workers = new ArrayList<>();
    private final WarehouseSettings settings;

    private AWarehouse(KafkaClusterTestKit cluster, ADatabase database) {
        this.cluster = cluster;
        this.kafka = KafkaAddress.of(cluster.bootstrapServers());
        this.database = database;
        this.producer = producer(kafka);
        this.settings = new WarehouseSettings(
                kafka, database.address(), List.of("webhook"), Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static AWarehouse stopped() throws Exception {
        return stopped(ADatabase.fresh());
    }

    static AWarehouse stopped(ADatabase database) throws Exception {
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
        return new AWarehouse(cluster, database);
    }

    static AWarehouse working() throws Exception {
        AWarehouse warehouse = stopped();
        warehouse.start();
        return warehouse;
    }

    private static KafkaProducer<String, String> producer(KafkaAddress kafka) {
        Map<String, Object> properties = new HashMap<>(kafka.producerProperties());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "season");
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        return producer;
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

    /** The whole broker is gone for a moment. */
    void restartBroker() {
        cluster.brokers().values().forEach(broker -> {
            broker.shutdown();
            broker.startup();
        });
    }

    void settle() throws Exception {
        if (!Settled.await(kafka, database.address(), PATIENCE)) {
            throw new AssertionError("not settled within " + PATIENCE);
        }
    }

    void publishAndSettle(Message<?>... messages) throws Exception {
        publish(messages);
        settle();
    }

    List<String> rows(String sql) throws SQLException {
        return database.rows(sql);
    }

    void execute(String sql) throws SQLException {
        database.execute(sql);
    }

    void awaitRows(String sql, String... expected) {
        await().atMost(PATIENCE).until(() -> rows(sql).equals(List.of(expected)));
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
}
