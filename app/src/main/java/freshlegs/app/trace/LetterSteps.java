package freshlegs.app.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which of the records on the way became dead letters, or no row. */
final class LetterSteps {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofSeconds(10);
    private static final String HEADER = "__streams.errors.";

    private final KafkaAddress kafka;
    private final Rows rows;

    LetterSteps(KafkaAddress kafka, Rows rows) {
        this.kafka = kafka;
        this.rows = rows;
    }

    List<Step> among(List<Place> places) throws SQLException {
        Set<String> wanted = places.stream().map(Place::toString).collect(Collectors.toSet());
        List<Step> steps = new ArrayList<>(wanted.isEmpty() ? List.of() : streams(wanted));
        for (Place place : places) {
            for (ObjectNode row : rows.ask(
                    List.of("seenAt"),
                    "freshlegs.unreadable WHERE topic = ? AND partition = ? AND \"offset\" = ?",
                    place.topic(),
                    place.partition(),
                    place.offset())) {
                steps.add(new Step(
                                "dead letter",
                                Rows.instant(row, "seenAt"),
                                place + " could not become a row: see `freshlegs dead-letters`",
                                Map.of())
                        .with("missing", "true"));
            }
        }
        return steps;
    }

    private List<Step> streams(Set<String> wanted) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTER.name(), partition))
                .toList();
        List<Step> steps = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + AT_MOST.toNanos();
            while (System.nanoTime() < deadline
                    && partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
                    String from =
                            header(each, "topic") + "-" + header(each, "partition") + "@" + header(each, "offset");
                    if (wanted.contains(from)) {
                        steps.add(letter(each, from));
                    }
                }
            }
        }
        return steps;
    }

    private static Step letter(ConsumerRecord<byte[], byte[]> each, String from) {
        String exception = header(each, "exception");
        return Step.at(
                        Instant.ofEpochMilli(each.timestamp()),
                        "dead letter",
                        from + " could not be processed (" + exception.substring(exception.lastIndexOf('.') + 1)
                                + "): at "
                                + each.topic() + "-" + each.partition() + "@" + each.offset()
                                + ", see `freshlegs dead-letters`")
                .with("missing", "true");
    }

    private static String header(ConsumerRecord<byte[], byte[]> each, String name) {
        return Optional.ofNullable(each.headers().lastHeader(HEADER + name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("unknown");
    }
}
