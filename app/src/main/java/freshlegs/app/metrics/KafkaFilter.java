package freshlegs.app.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/** Of the thousands of numbers that Kafka's clients tell of themselves, the few by which one sees that they are well. */
final class KafkaFilter {
    private static final String KAFKA = "kafka.";
    static final Set<String> KEPT = Set.of(
            "kafka.consumer.last.poll.seconds.ago",
            "kafka.consumer.time.between.poll.max",
            "kafka.consumer.coordinator.assigned.partitions",
            "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.consumer.fetch.manager.fetch.latency.avg",
            "kafka.consumer.fetch.manager.fetch.rate",
            "kafka.producer.record.error.total",
            "kafka.producer.record.send.total",
            "kafka.producer.request.latency.avg",
            "kafka.producer.buffer.available.bytes",
            "kafka.producer.txn.commit.time.ns.total",
            "kafka.stream.alive.stream.threads",
            "kafka.stream.thread.process.rate",
            "kafka.stream.thread.process.latency.avg",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.commit.rate",
            "kafka.stream.thread.punctuate.latency.avg",
            "kafka.stream.thread.poll.records.avg");

    private KafkaFilter() {}

    static void addTo(MeterRegistry registry) {
        registry.config().meterFilter(MeterFilter.ignoreTags("kafka.version")).meterFilter(new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return !id.getName().startsWith(KAFKA) || KEPT.contains(id.getName())
                        ? MeterFilterReply.NEUTRAL
                        : MeterFilterReply.DENY;
            }
        });
    }
}
