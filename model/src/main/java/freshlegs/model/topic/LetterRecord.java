package freshlegs.model.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * How a dead letter stands on its topic: under {@code athlete/dead-letter/topic-partition-offset}, whose it is as far as that can be
 * said, in the athlete's partition, so that compaction keeps each and a tombstone takes it out. What the record's own key was stands
 * in a header, and that it had no value in another, since a letter without one would be a tombstone.
 */
public final class LetterRecord {
    /** Of Kafka Streams, before {@code topic}, {@code partition}, {@code offset} and why it stopped. */
    public static final String ERRORS = "__streams.errors.";

    /** The key of the record that stopped, byte for byte; absent when it had none. */
    public static final String KEY = "freshlegs.letter.key";

    /** There when the record that stopped had no value. */
    public static final String EMPTY = "freshlegs.letter.empty";

    /** Where the letter stood before it had a key of its own: partition and offset. */
    public static final String WAS = "freshlegs.letter.was";

    private static final String KIND = "/dead-letter/";
    private static final String NOBODY = "-";
    private static final String ATHLETE = "athlete";

    private LetterRecord() {}

    /** {@code place} is topic, partition and offset of what stopped; {@code letter} as Kafka Streams made it. */
    public static ProducerRecord<byte[], byte[]> of(ProducerRecord<byte[], byte[]> letter, String place) {
        byte[] value = letter.value();
        String athlete = athlete(letter.key(), value).orElse(NOBODY);
        String key = athlete + KIND + place;
        Headers headers = letter.headers();
        if (letter.key() != null) {
            headers.remove(KEY).add(KEY, letter.key());
        }
        if (value == null) {
            headers.remove(EMPTY).add(EMPTY, new byte[0]);
        }
        return new ProducerRecord<>(
                letter.topic(),
                AthletePartitioner.partition(key, Topic.PARTITIONS),
                letter.timestamp(),
                key.getBytes(UTF_8),
                value == null ? new byte[0] : value,
                headers);
    }

    public static String place(String topic, int partition, long offset) {
        return topic + "-" + partition + "-" + offset;
    }

    /** The place in a key of this shape; nothing for letters from before there were such. */
    public static Optional<String> placeIn(byte @Nullable [] key) {
        String text = key == null ? "" : new String(key, UTF_8);
        int kind = text.indexOf(KIND);
        return kind > 0 && isOwner(text.substring(0, kind))
                ? Optional.of(text.substring(kind + KIND.length()))
                : Optional.empty();
    }

    /** The same key with another place. */
    public static byte[] moved(byte[] key, String place) {
        String text = new String(key, UTF_8);
        return (text.substring(0, text.indexOf(KIND)) + KIND + place).getBytes(UTF_8);
    }

    /** Whether a record of the topic is a letter; anything else takes one out. */
    public static boolean isLetter(byte @Nullable [] value, Headers headers) {
        return value != null || headers.lastHeader(ERRORS + "topic") != null;
    }

    /** The key of the record that stopped. */
    public static Optional<byte[]> keyOf(byte @Nullable [] key, Headers headers) {
        if (placeIn(key).isEmpty()) {
            return Optional.ofNullable(key);
        }
        return Optional.ofNullable(headers.lastHeader(KEY)).map(Header::value);
    }

    /** The value of the record that stopped. */
    public static Optional<byte[]> valueOf(byte @Nullable [] value, Headers headers) {
        return headers.lastHeader(EMPTY) == null ? Optional.ofNullable(value) : Optional.empty();
    }

    /** Whose a record is by its key, else by what its value says. */
    public static Optional<String> athlete(byte @Nullable [] key, byte @Nullable [] value) {
        String text = key == null ? "" : new String(key, UTF_8);
        Optional<String> named = text.contains("/")
                ? Optional.of(RecordKey.athletePart(text)).filter(AthleteId::isValid)
                : Optional.empty();
        return named.or(() -> value == null ? Optional.empty() : athleteIn(value));
    }

    /** By the first field of that name at the top, also where what comes after it is not readable. */
    private static Optional<String> athleteIn(byte[] value) {
        try (JsonParser parser = Json.MAPPER.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken token = parser.nextToken();
                if (field.equals(ATHLETE) && token == JsonToken.VALUE_STRING) {
                    return Optional.of(parser.getText()).filter(AthleteId::isValid);
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isOwner(String text) {
        return text.equals(NOBODY) || AthleteId.isValid(text);
    }
}
