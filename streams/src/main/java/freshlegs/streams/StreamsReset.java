package freshlegs.streams;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes the streams forget what they made of the facts: they read every fact again, into stores that are empty. What an instance
 * has on its own disk it removes at its next start, because the changelogs are no longer those that it was copied from.
 */
public final class StreamsReset {
    /** The consumer group, whose members are the instances. */
    public static final String GROUP = StreamsProperties.APPLICATION;

    private static final long ANSWER_SECONDS = 60;
    private static final long PAUSE_MILLIS = 50;

    private StreamsReset() {}

    /** No instance may be at work. With {@code sessions} recordings are read again as well, else only what the season reads. */
    public static void run(KafkaAddress kafka, boolean sessions) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            rewind(
                    admin,
                    Topics.facts().stream()
                            .filter(topic -> sessions || !topic.equals(Topics.RECORDING))
                            .toList());
            deleteChangelogs(admin);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the streams could not be reset: " + e.getMessage(), e);
        }
    }

    private static void rewind(Admin admin, List<? extends Topic<?>> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> earliest = topics.stream()
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> each : admin.listOffsets(earliest)
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                .entrySet()) {
            begin.put(each.getKey(), new OffsetAndMetadata(each.getValue().offset()));
        }
        admin.alterConsumerGroupOffsets(GROUP, begin).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
    }

    private static void deleteChangelogs(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        admin.deleteTopics(LocalState.changelogs(admin, ANSWER_SECONDS).keySet())
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        long looksLeft = TimeUnit.SECONDS.toMillis(ANSWER_SECONDS) / PAUSE_MILLIS;
        while (!LocalState.changelogs(admin, ANSWER_SECONDS).isEmpty()) {
            if (looksLeft-- == 0) {
                throw new TimeoutException("the changelogs are still there");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
