package freshlegs.app.embedded;

import freshlegs.model.topic.MessageLimits;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A single node that is broker and controller, on loopback, small, and quick to notice its own return. */
final class BrokerProperties {
    private static final int INTERNAL_PARTITIONS = 4;
    private static final int SEGMENT_BYTES = 64 * 1024 * 1024;
    private static final int INDEX_BYTES = 256 * 1024;

    private BrokerProperties() {}

    static String text(Path storage, int port, int controllerPort) {
        Map<String, Object> all = new TreeMap<>();
        all.put("process.roles", "broker,controller");
        all.put("node.id", 1);
        all.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("log.dirs", storage.toString().replace("\\", "\\\\"));
        all.put("auto.create.topics.enable", false);
        all.put("message.max.bytes", MessageLimits.MAX_RECORD_BYTES);
        all.put("replica.fetch.max.bytes", MessageLimits.MAX_RECORD_BYTES);
        all.put("log.segment.bytes", SEGMENT_BYTES);
        all.put("log.index.size.max.bytes", INDEX_BYTES);
        all.put("log.cleaner.dedupe.buffer.size", 16 * 1024 * 1024);
        // Without these a broker that was killed is fenced for 13 s after its return instead of 3.
        all.put("broker.session.timeout.ms", 1500);
        all.put("broker.heartbeat.interval.ms", 300);
        all.put("group.initial.rebalance.delay.ms", 0);
        all.put("num.network.threads", 2);
        all.put("num.io.threads", 4);
        all.put("offsets.topic.replication.factor", 1);
        all.put("offsets.topic.num.partitions", INTERNAL_PARTITIONS);
        all.put("transaction.state.log.replication.factor", 1);
        all.put("transaction.state.log.min.isr", 1);
        all.put("transaction.state.log.num.partitions", INTERNAL_PARTITIONS);
        all.put("share.coordinator.state.topic.replication.factor", 1);
        all.put("share.coordinator.state.topic.min.isr", 1);
        all.put("share.coordinator.state.topic.num.partitions", INTERNAL_PARTITIONS);
        return all.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
