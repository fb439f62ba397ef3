package freshlegs.streams;

import freshlegs.model.topic.ClientMeters;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.streams.rule.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What one instance needs to know. {@code instanceId} is its own for ever and differs from every other instance's, so that a
 * restart finds its place again at once; {@code commitInterval} is the price in latency of each of the two stages;
 * {@code standbys} is how many other instances keep a warm copy of each task's state; {@code replication} is how many copies the
 * cluster keeps of what is created here, -1 as many as it always does; {@code rules} are the same in all of them; {@code meters}
 * is where it counts what it does.
 */
public record StreamsSettings(
        KafkaAddress kafka,
        Path stateFolder,
        String instanceId,
        Duration commitInterval,
        int threads,
        int standbys,
        short replication,
        Rules rules,
        MeterRegistry meters) {

    public static final Duration COMMIT_INTERVAL = Duration.ofMillis(50);

    private static final short AS_THE_CLUSTER_DOES = -1;

    public StreamsSettings {
        if (threads < 1 || commitInterval.isNegative() || commitInterval.isZero()) {
            throw new IllegalArgumentException("at least one thread and a positive commit interval are needed");
        }
        if (standbys < 0) {
            throw new IllegalArgumentException("there cannot be fewer than no standbys");
        }
    }

    /** The only instance, with two threads, nobody to stand by and nobody who sees what it counts. */
    public static StreamsSettings alone(KafkaAddress kafka, Path stateFolder) {
        return new StreamsSettings(
                kafka,
                stateFolder,
                "alone",
                COMMIT_INTERVAL,
                2,
                0,
                AS_THE_CLUSTER_DOES,
                Rules.published(),
                ClientMeters.nobody());
    }
}
