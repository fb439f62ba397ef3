package freshlegs.app.deadletter;

import freshlegs.model.topic.LetterRecord;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is in a record that stopped: its key, content and headers as they were, and when they came. */
public record Letter(Optional<byte[]> key, Optional<byte[]> content, Map<String, String> headers, Instant at) {
    static Letter of(ConsumerRecord<byte[], byte[]> stored) {
        Map<String, String> headers = new TreeMap<>();
        stored.headers().forEach(header -> headers.put(header.key(), Texts.utf8(Optional.ofNullable(header.value()))));
        return new Letter(
                LetterRecord.keyOf(stored.key(), stored.headers()),
                LetterRecord.valueOf(stored.value(), stored.headers()),
                headers,
                Instant.ofEpochMilli(stored.timestamp()));
    }

    public String keyText() {
        return Texts.utf8(key);
    }
}
