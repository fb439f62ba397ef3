package freshlegs.app.chaos;

import static java.util.concurrent.TimeUnit.SECONDS;

import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartitionInfo;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;

/** Three brokers in containers that keep everything three times and confirm a record once two of them have it. */
final class ThreeBrokers implements AutoCloseable {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final int BROKERS = 3;
    private static final int OUTSIDE = 9092;
    private static final Duration START = Duration.ofMinutes(3);
    private static final long ANSWER_SECONDS = 30;

    private final Network network = Network.newNetwork();
    private final Map<Integer, GenericContainer<?>> brokers = new HashMap<>();
    private final KafkaAddress address;

    private ThreeBrokers(List<Integer> ports) {
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        address = KafkaAddress.of(ports.stream().map(port -> host + ":" + port).collect(Collectors.joining(",")));
        for (int id = 1; id <= BROKERS; id++) {
            brokers.put(id, broker(id, host, ports.get(id - 1)));
        }
    }

    static boolean canStart() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static ThreeBrokers start() throws IOException {
        ThreeBrokers all = new ThreeBrokers(freePorts());
        Startables.deepStart(all.brokers.values()).join();
        return all;
    }

    KafkaAddress address() {
        return address;
    }

    /** The one that decides for all who leads which partition. */
    int controller() throws Exception {
        try (Admin admin = Admin.create(address.adminProperties())) {
            return admin.describeMetadataQuorum()
                    .quorumInfo()
                    .get(ANSWER_SECONDS, SECONDS)
                    .leaderId();
        }
    }

    /** {@code kill -9}. */
    void kill(int id) {
        DockerClientFactory.lazyClient()
                .killContainerCmd(of(id).getContainerId())
                .exec();
    }

    /** With the disk that it left. */
    void bringBack(int id) {
        DockerClientFactory.lazyClient()
                .startContainerCmd(of(id).getContainerId())
                .exec();
    }

    /** Whether every partition is led by one of these. */
    boolean isLedBy(Set<Integer> ids) throws Exception {
        return partitions().stream()
                .allMatch(each ->
                        each.leader() != null && ids.contains(each.leader().id()));
    }

    /** Partitions of which there are not three complete copies. */
    List<TopicPartitionInfo> incomplete() throws Exception {
        return partitions().stream()
                .filter(each -> each.replicas().size() != BROKERS || each.isr().size() != BROKERS)
                .toList();
    }

    private List<TopicPartitionInfo> partitions() throws Exception {
        try (Admin admin = Admin.create(address.adminProperties())) {
            Collection<String> topics = admin.listTopics().names().get(ANSWER_SECONDS, SECONDS);
            return admin.describeTopics(topics).allTopicNames().get(ANSWER_SECONDS, SECONDS).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .toList();
        }
    }

    @Override
    public void close() {
        brokers.values().forEach(GenericContainer::stop);
        network.close();
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (int i = 0; i < BROKERS; i++) {
                taken.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return taken.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : taken) {
                socket.close();
            }
        }
    }

    private GenericContainer<?> of(int id) {
        GenericContainer<?> broker = brokers.get(id);
        if (broker == null) {
            throw new IllegalArgumentException("no broker " + id);
        }
        return broker;
    }

    /** Its port outside is its own for good, so that it is found again when it comes back. */
    private GenericContainer<?> broker(int id, String host, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_HEAP_OPTS", "-Xmx256m -XX:TieredStopAtLevel=1");
        environment.put("KAFKA_JVM_PERFORMANCE_OPTS", "-XX:+UseSerialGC");
        environment.put("KAFKA_NODE_ID", Integer.toString(id));
        environment.put("KAFKA_PROCESS_ROLES", "broker,controller");
        environment.put("KAFKA_LISTENERS", "INSIDE://:19092,OUTSIDE://:" + OUTSIDE + ",CONTROLLER://:9093");
        environment.put(
                "KAFKA_ADVERTISED_LISTENERS", "INSIDE://broker-" + id + ":19092,OUTSIDE://" + host + ":" + port);
        environment.put("KAFKA_INTER_BROKER_LISTENER_NAME", "INSIDE");
        environment.put("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
        environment.put(
                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,INSIDE:PLAINTEXT,OUTSIDE:PLAINTEXT");
        environment.put(
                "KAFKA_CONTROLLER_QUORUM_VOTERS",
                IntStream.rangeClosed(1, BROKERS)
                        .mapToObj(each -> each + "@broker-" + each + ":9093")
                        .collect(Collectors.joining(",")));
        environment.put("KAFKA_DEFAULT_REPLICATION_FACTOR", "3");
        environment.put("KAFKA_MIN_INSYNC_REPLICAS", "2");
        environment.put("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3");
        environment.put("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4");
        environment.put("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3");
        environment.put("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2");
        environment.put("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4");
        environment.put("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        // By default half of the memory that a broker has here.
        environment.put("KAFKA_LOG_CLEANER_DEDUPE_BUFFER_SIZE", "16777216");
        environment.put("KAFKA_MESSAGE_MAX_BYTES", "8388608");
        GenericContainer<?> broker = new GenericContainer<>(IMAGE)
                .withNetwork(network)
                .withNetworkAliases("broker-" + id)
                .withExposedPorts(OUTSIDE)
                .withEnv(environment)
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1).withStartupTimeout(START));
        broker.setPortBindings(List.of(port + ":" + OUTSIDE));
        return broker;
    }
}
