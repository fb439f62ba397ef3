package freshlegs.app.service;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsProperties;
import freshlegs.streams.Unseen;
import freshlegs.warehouse.Settled;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether the pipeline has nothing left to do: the streams have read every fact, nothing is noted as still to be looked at, and all
 * results are in the tables. What is noted is told in the same transaction as the facts' being read, but a moment may lie between
 * the two becoming visible; so it counts only while no partition holds anything of an open transaction, and if nothing was
 * written while it was looked at.
 */
public final class Rest {
    private static final String STREAMS_GROUP = StreamsProperties.APPLICATION;

    /** What has not moved for so long will not: a day that cannot be folded stays noted. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long ANSWER_SECONDS = 30;

    private final Admin admin;
    private final Touched touched;
    private final Unseen unseen;
    private final Watching watching;
    private final List<TopicPartition> facts =
            partitions(Stream.<Topic<?>>concat(Topics.facts().stream(), Topics.requests().stream())
                    .map(Topic::name));
    private List<TopicPartition> all = List.of();

    private Rest(Admin admin, Touched touched, Unseen unseen, Watching watching) {
        this.admin = admin;
        this.touched = touched;
        this.unseen = unseen;
        this.watching = watching;
    }

    /** Waits for it; answers whether it came in time. */
    public static boolean await(KafkaAddress kafka, DatabaseAddress database, Duration limit)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        try (Admin admin = Admin.create(kafka.adminProperties());
                Touched touched = new Touched(kafka);
                Unseen unseen = new Unseen(kafka)) {
            return new Rest(admin, touched, unseen, (read, all) -> {}).awaitQuiet(deadline)
                    && Settled.await(kafka, database, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say how far its topics go", e);
        }
    }

    /** Somebody who is told how many of the facts have been read. */
    @FunctionalInterface
    interface Watching {
        void at(long read, long all);
    }

    /** Waits for the streams alone, however long it takes. */
    static void awaitStreams(KafkaAddress kafka, Watching watching) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties());
                Touched touched = new Touched(kafka);
                Unseen unseen = new Unseen(kafka)) {
            Rest rest = new Rest(admin, touched, unseen, watching);
            while (!rest.awaitQuiet(System.nanoTime() + TimeUnit.MINUTES.toNanos(1))) {
                Thread.onSpinWait();
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say how far its topics go", e);
        }
    }

    private boolean awaitQuiet(long deadline) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> ends = Map.of();
        long changed = System.nanoTime();
        while (System.nanoTime() < deadline) {
            Map<TopicPartition, OffsetAndMetadata> read = read();
            all = withState();
            Map<TopicPartition, Long> now = ends(IsolationLevel.READ_COMMITTED);
            boolean isRead = isRead(read, now);
            if (!now.equals(ends) || !isRead) {
                ends = now;
                changed = System.nanoTime();
            }
            if ((isRead && isQuiet(now)) || System.nanoTime() - changed > STUCK.toNanos()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return false;
    }

    /** Of all topics, and of the streams' state, whose logs are made when the streams begin. */
    private List<TopicPartition> withState() throws InterruptedException, ExecutionException, TimeoutException {
        Stream<String> state = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS).stream()
                .filter(name -> name.startsWith(STREAMS_GROUP + "-") && name.endsWith("-changelog"));
        return partitions(Stream.concat(Topics.all().stream().map(Topic::name), state));
    }

    /** Whether what is committed is all there is, and stays so while the notes are read. */
    private boolean isQuiet(Map<TopicPartition, Long> committed)
            throws InterruptedException, ExecutionException, TimeoutException {
        return committed.equals(ends(IsolationLevel.READ_UNCOMMITTED))
                && touched.isEmpty()
                && committed.equals(ends(IsolationLevel.READ_UNCOMMITTED));
    }

    private Map<TopicPartition, OffsetAndMetadata> read()
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.listConsumerGroupOffsets(
                        Map.of(STREAMS_GROUP, new ListConsumerGroupOffsetsSpec().topicPartitions(facts)),
                        new ListConsumerGroupOffsetsOptions())
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private boolean isRead(Map<TopicPartition, OffsetAndMetadata> read, Map<TopicPartition, Long> ends) {
        watching.at(
                facts.stream().mapToLong(fact -> offset(read, fact)).sum(),
                facts.stream().mapToLong(fact -> ends.getOrDefault(fact, 0L)).sum());
        Map<TopicPartition, Long> known =
                facts.stream().collect(Collectors.toMap(Function.identity(), fact -> offset(read, fact)));
        Map<TopicPartition, Long> wanted = new HashMap<>(ends);
        wanted.keySet().retainAll(known.keySet());
        return unseen.isAll(known, wanted);
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        OffsetAndMetadata offset = read.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    /** Topics that were made a moment ago are not known to every broker yet. */
    private Map<TopicPartition, Long> ends(IsolationLevel isolation)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ANSWER_SECONDS);
        while (true) {
            try {
                return endsNow(isolation);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        }
    }

    private Map<TopicPartition, Long> endsNow(IsolationLevel isolation)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(
                        all.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())),
                        new ListOffsetsOptions(isolation))
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static List<TopicPartition> partitions(Stream<String> topics) {
        return topics.flatMap(
                        topic -> IntStream.range(0, Topic.PARTITIONS).mapToObj(each -> new TopicPartition(topic, each)))
                .toList();
    }
}
