package freshlegs.app.rebuild;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.streams.StreamsReset;
import freshlegs.streams.Unseen;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** How far the streams have come, and whether any are at work. */
final class StreamsPosition implements AutoCloseable {
    private static final long ANSWER_SECONDS = 30;

    private final Admin admin;
    private final Unseen unseen;

    StreamsPosition(KafkaAddress kafka) {
        admin = Admin.create(kafka.adminProperties());
        unseen = new Unseen(kafka);
    }

    /** Whether everything before these offsets has been processed and committed. */
    boolean isPast(Map<TopicPartition, Long> offsets) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(Map.of(
                            StreamsReset.GROUP,
                            new ListConsumerGroupOffsetsSpec().topicPartitions(List.copyOf(offsets.keySet()))))
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, Long> read = new HashMap<>();
            offsets.keySet().forEach(each -> read.put(each, offset(committed.get(each))));
            return unseen.isAll(read, offsets);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Kafka does not say how far the streams are", e);
        }
    }

    boolean isAnybodyAtWork() throws InterruptedException {
        try {
            return admin
                    .describeConsumerGroups(List.of(StreamsReset.GROUP))
                    .all()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .anyMatch(group -> !group.members().isEmpty());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw new KafkaException("Kafka does not say who is at work", e);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not say who is at work", e);
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    @Override
    public void close() {
        admin.close();
        unseen.close();
    }
}
