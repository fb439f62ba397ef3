package freshlegs.app.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import freshlegs.model.topic.LetterRecord;
import freshlegs.model.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Dead letters as they are put back: headers and keys name the place at which their record stands now. */
final class LoadedLetters {
    /** Ends the name of a letter whose record stood in its topic no more, so that no other is taken for it. */
    static final String GONE = "-before-restore";

    private static final String LETTERS = Topics.DEAD_LETTER.name() + "-";
    private static final String OFFSET = LetterRecord.ERRORS + "offset";
    private static final String NOWHERE = "-1";

    private final Map<String, String> moved;

    /** {@code moved} leads from old places to new ones, and takes those that letters were named by. */
    LoadedLetters(Map<String, String> moved) {
        this.moved = moved;
    }

    ProducerRecord<byte[], byte[]> of(StoredRecord stored) {
        ProducerRecord<byte[], byte[]> asItWas = stored.on(Topics.DEAD_LETTER.name());
        Optional<String> keyed = LetterRecord.placeIn(asItWas.key());
        if (!LetterRecord.isLetter(asItWas.value(), asItWas.headers())) {
            return keyed.isEmpty() ? asItWas : tombstone(asItWas, now(keyed.get()));
        }
        String place = now(keyed.orElseGet(() -> origin(stored)));
        moved.put(LETTERS + stored.partition() + "-" + stored.offset(), place);
        header(stored, LetterRecord.WAS).ifPresent(was -> moved.put(LETTERS + was, place));
        return LetterRecord.of(
                new ProducerRecord<>(
                        asItWas.topic(),
                        null,
                        asItWas.timestamp(),
                        LetterRecord.keyOf(asItWas.key(), asItWas.headers()).orElse(null),
                        LetterRecord.valueOf(asItWas.value(), asItWas.headers()).orElse(null),
                        headers(stored)),
                place);
    }

    private static ProducerRecord<byte[], byte[]> tombstone(ProducerRecord<byte[], byte[]> stored, String place) {
        return new ProducerRecord<>(stored.topic(), stored.partition(), LetterRecord.moved(stored.key(), place), null);
    }

    private String now(String place) {
        return Optional.ofNullable(moved.get(place)).orElse(place + GONE);
    }

    private List<Header> headers(StoredRecord letter) {
        String offset = Optional.ofNullable(moved.get(origin(letter)))
                .map(now -> now.substring(now.lastIndexOf('-') + 1))
                .orElse(NOWHERE);
        List<Header> headers = new ArrayList<>(letter.headers());
        headers.removeIf(header -> header.key().equals(OFFSET) || header.key().equals(LetterRecord.WAS));
        headers.add(new RecordHeader(OFFSET, offset.getBytes(UTF_8)));
        return headers;
    }

    /** Where the record stood that a letter is about. */
    static String origin(StoredRecord letter) {
        return part(letter, "topic") + "-" + part(letter, "partition") + "-" + part(letter, "offset");
    }

    private static String part(StoredRecord letter, String name) {
        return header(letter, LetterRecord.ERRORS + name).orElse("");
    }

    private static Optional<String> header(StoredRecord letter, String name) {
        return letter.headers().stream()
                .filter(header -> header.key().equals(name) && header.value() != null)
                .map(header -> new String(header.value(), UTF_8))
                .findFirst();
    }
}
