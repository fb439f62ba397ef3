package freshlegs.app.deadletter;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is in a record that stopped: its key, content and headers as they were, and when they came. */
public record Letter(Optional<byte[]> key, Optional<byte[]> content, Map<String, String> headers, Instant at) {
    static Letter of(ConsumerRecord<byte[], byte[]> stored) {
        Map<String, String> headers = new TreeMap<>();
        stored.headers()
                .forEach(header -> headers.put(
                        header.key(), header.value() == null ? "" : Texts.utf8(Optional.of(header.value()))));
        return new Letter(
                Optional.ofNullable(stored.key()),
                Optional.ofNullable(stored.value()),
                headers,
                Instant.ofEpochMilli(stored.timestamp()));
    }

    public String keyText() {
        return Texts.utf8(key);
    }
}
