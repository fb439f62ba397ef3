package freshlegs.warehouse;

import freshlegs.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record as a producer sends it; without content it is a tombstone. */
record Message<V>(Topic<V> topic, String key, Optional<String> json) {
    ProducerRecord<String, String> sent() {
        return new ProducerRecord<>(topic.name(), key, json.orElse(null));
    }

    ConsumerRecord<byte[], byte[]> arrived(long offset) {
        return new ConsumerRecord<>(
                topic.name(),
                0,
                offset,
                key.getBytes(StandardCharsets.UTF_8),
                json.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null));
    }

    Message<V> saying(String otherJson) {
        return new Message<>(topic, key, Optional.of(otherJson));
    }
}
