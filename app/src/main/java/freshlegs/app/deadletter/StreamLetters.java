package freshlegs.app.deadletter;

import freshlegs.app.deadletter.DeadLetter.Kind;
import freshlegs.app.service.TopicReader;
import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The records that the streams could not process. A rebuild meets the same record once more: that is the same letter again.
 * {@code names} leads from the names that letters had before they had keys of their own to those that they have now.
 */
record StreamLetters(List<DeadLetter> all, Map<String, String> names) {
    static final String PREFIX = "streams-";

    StreamLetters {
        all = List.copyOf(all);
        names = Map.copyOf(names);
    }

    static StreamLetters read(TopicReader reader) {
        Map<String, DeadLetter> standing = new LinkedHashMap<>();
        Map<String, String> names = new TreeMap<>();
        reader.all(Topics.DEAD_LETTER.name(), stored -> {
            if (!LetterRecord.isLetter(stored.value(), stored.headers())) {
                LetterRecord.placeIn(stored.key()).ifPresent(place -> standing.remove(PREFIX + place));
                return;
            }
            DeadLetter letter = of(stored);
            header(stored, LetterRecord.WAS).map(was -> PREFIX + was).ifPresent(was -> {
                standing.remove(was);
                names.put(was, letter.id());
            });
            standing.merge(letter.id(), letter, (earlier, again) -> again.times(earlier.times() + 1));
        });
        return new StreamLetters(List.copyOf(ofOnePlace(standing.values())), names);
    }

    /** Letters without keys of their own say the same place each time. */
    private static Collection<DeadLetter> ofOnePlace(Collection<DeadLetter> standing) {
        Map<Place, DeadLetter> first = new LinkedHashMap<>();
        standing.forEach(letter -> first.merge(
                letter.place().isRecord() ? letter.place() : letter.lies(),
                letter,
                (earlier, again) -> earlier.times(earlier.times() + again.times())));
        return first.values();
    }

    /** Where a letter stands itself before it has a key of its own. */
    static String number(ConsumerRecord<byte[], byte[]> letter) {
        return letter.partition() + "-" + letter.offset();
    }

    /** Where the record stood that the letter is about. */
    static Optional<Place> origin(ConsumerRecord<byte[], byte[]> letter) {
        try {
            return header(letter, LetterRecord.ERRORS + "topic")
                    .map(topic -> new Place(
                            topic,
                            header(letter, LetterRecord.ERRORS + "partition")
                                    .map(Integer::parseInt)
                                    .orElse(-1),
                            header(letter, LetterRecord.ERRORS + "offset")
                                    .map(Long::parseLong)
                                    .orElse(-1L)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static DeadLetter of(ConsumerRecord<byte[], byte[]> letter) {
        String exception = header(letter, LetterRecord.ERRORS + "exception").orElse("unknown");
        String message = header(letter, LetterRecord.ERRORS + "message")
                .map(said -> ": " + said)
                .orElse("");
        Optional<byte[]> key = LetterRecord.keyOf(letter.key(), letter.headers());
        return new DeadLetter(
                PREFIX + LetterRecord.placeIn(letter.key()).orElseGet(() -> number(letter)),
                Kind.STREAMS,
                Instant.ofEpochMilli(letter.timestamp()),
                origin(letter).orElse(Place.ofFile("unknown")),
                new Place(letter.topic(), letter.partition(), letter.offset()),
                Texts.athlete(key),
                Texts.line(exception.substring(exception.lastIndexOf('.') + 1) + message),
                1,
                Optional.empty());
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return Optional.ofNullable(letter.headers().lastHeader(name))
                .filter(header -> header.value() != null)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
