package freshlegs.bench.service;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * When a program has nothing left to do: it has committed all of its input and nothing that it writes has grown for a while. Only
 * the ends of topics are looked at, so that looking costs next to nothing.
 */
public final class Quiet implements AutoCloseable {
    private static final long LOOK_MILLIS = 25;
    private static final long ANSWER_SECONDS = 30;

    private final StreamsUnderTest streams;
    private final Admin admin;
    private final String application;
    private final Collection<TopicPartition> inputs;
    private final Collection<TopicPartition> outputs;
    private Map<TopicPartition, Long> last = Map.of();
    private long changed = System.nanoTime();

    public Quiet(
            StreamsUnderTest streams,
            KafkaAddress kafka,
            Program program,
            Collection<String> inputs,
            Collection<String> outputs) {
        this.streams = streams;
        admin = Admin.create(kafka.adminProperties());
        application = program.application();
        this.inputs = partitions(inputs);
        this.outputs = partitions(outputs);
    }

    /**
     * The moment, by {@link System#nanoTime}, at which the last output was committed: nothing came for {@code still} after it, and
     * {@code all} is there.
     */
    public long await(Duration still, Duration most, BooleanSupplier all) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        try {
            long quiet = awaitStill(still, end);
            while (!all.getAsBoolean()) {
                quiet = awaitStill(still, end);
            }
            return quiet;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        }
    }

    private long awaitStill(Duration still, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        look();
        Map<TopicPartition, Long> inputEnds = ends(inputs);
        while (System.nanoTime() - changed < still.toNanos() || !hasCommitted(inputEnds)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("still busy after the longest time allowed");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            streams.requireGoingOn();
            look();
        }
        return changed;
    }

    private void look() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> now = ends(outputs);
        if (!now.equals(last)) {
            last = now;
            changed = System.nanoTime();
        }
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(
                        wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().offset()));
    }

    private boolean hasCommitted(Map<TopicPartition, Long> inputEnds)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return inputEnds.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata done = committed.get(end.getKey());
            return end.getValue() == 0 || (done != null && done.offset() >= end.getValue());
        });
    }

    private static Collection<TopicPartition> partitions(Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
    }
}
