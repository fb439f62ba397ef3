package freshlegs.app.cli;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A record that the streams could not process: where it stands, whose it is as far as its key says, and why it failed. */
record DeadLetter(Instant at, String topic, int partition, long offset, String athlete, String cause) {
    private static final String HEADER = "__streams.errors.";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LONGEST = 200;

    /** All there are, the oldest first. */
    static List<DeadLetter> all(KafkaAddress kafka) {
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTER.name(), partition))
                .toList();
        List<DeadLetter> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                kafka.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(letter -> letters.add(of(letter)));
            }
        }
        letters.sort(Comparator.comparing(DeadLetter::at)
                .thenComparing(DeadLetter::topic)
                .thenComparing(DeadLetter::partition)
                .thenComparing(DeadLetter::offset));
        return letters;
    }

    private static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
        String exception = header(letter, "exception").orElse("unknown");
        String message = header(letter, "message")
                .map(said -> ": " + said.lines().findFirst().orElse(""))
                .orElse("");
        String cause = exception.substring(exception.lastIndexOf('.') + 1) + message;
        return new DeadLetter(
                Instant.ofEpochMilli(letter.timestamp()),
                header(letter, "topic").orElse("unknown"),
                header(letter, "partition").map(Integer::parseInt).orElse(-1),
                header(letter, "offset").map(Long::parseLong).orElse(-1L),
                athlete(letter.key()),
                cause.replaceAll("\\p{C}", "?").substring(0, Math.min(LONGEST, cause.length())));
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(HEADER + name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    private static String athlete(byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        return text.contains("/") ? text.substring(0, text.indexOf('/')).replaceAll("\\p{C}", "?") : "";
    }
}
