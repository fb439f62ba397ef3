package freshlegs.app.deadletter;

import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.service.TopicReader;
import freshlegs.model.topic.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The records that the streams could not process. A rebuild meets the same record once more: that is the same letter again. */
final class StreamLetters {
    static final String HEADER = "__streams.errors.";
    private static final String PREFIX = "streams-";

    private StreamLetters() {}

    static Collection<DeadLetter> all(TopicReader reader) {
        Map<Place, DeadLetter> first = new LinkedHashMap<>();
        reader.all(
                Topics.DEAD_LETTER.name(),
                letter -> first.merge(
                        origin(letter).filter(Place::isRecord).orElseGet(() -> where(letter)),
                        of(letter),
                        (earlier, again) -> earlier.toldAgain()));
        return first.values();
    }

    /** Where the letter itself stands, as its id says. */
    static Optional<Place> where(String id) {
        String[] numbers = id.replaceFirst("^" + PREFIX, "").split("-", -1);
        return id.matches(PREFIX + "\\d{1,9}-\\d{1,18}")
                ? Optional.of(
                        new Place(Topics.DEAD_LETTER.name(), Integer.parseInt(numbers[0]), Long.parseLong(numbers[1])))
                : Optional.empty();
    }

    static String id(int partition, long offset) {
        return PREFIX + partition + "-" + offset;
    }

    private static Place where(ConsumerRecord<byte[], byte[]> letter) {
        return new Place(letter.topic(), letter.partition(), letter.offset());
    }

    /** Where the record stood that the letter is about. */
    static Optional<Place> origin(ConsumerRecord<byte[], byte[]> letter) {
        try {
            return header(letter, "topic")
                    .map(topic -> new Place(
                            topic,
                            header(letter, "partition").map(Integer::parseInt).orElse(-1),
                            header(letter, "offset").map(Long::parseLong).orElse(-1L)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
        String exception = header(letter, "exception").orElse("unknown");
        String message = header(letter, "message").map(said -> ": " + said).orElse("");
        return new DeadLetter(
                id(letter.partition(), letter.offset()),
                Kind.STREAMS,
                Instant.ofEpochMilli(letter.timestamp()),
                origin(letter).orElse(Place.ofFile("unknown")),
                Texts.athlete(Optional.ofNullable(letter.key())),
                Texts.line(exception.substring(exception.lastIndexOf('.') + 1) + message),
                1,
                Optional.empty());
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(HEADER + name))
                .map(header -> Texts.utf8(Optional.ofNullable(header.value())));
    }
}
