package freshlegs.ingest;

import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/** Looks for records that break who reads them; the first byte says of which topic. Only what becomes a dead letter may be thrown. */
public final class MessageFuzzer {
    private static final List<Topic<?>> TOPICS = Topics.all().stream()
            .filter(topic -> !topic.equals(Topics.DEAD_LETTER))
            .toList();

    private MessageFuzzer() {}

    public static void fuzzerTestOneInput(byte[] content) {
        if (content.length > 0) {
            read(TOPICS.get((content[0] & 0xff) % TOPICS.size()), Arrays.copyOfRange(content, 1, content.length));
        }
    }

    private static <V> void read(Topic<V> topic, byte[] value) {
        try {
            V read = topic.serde().deserializer().deserialize(topic.name(), value);
            if (read != null) {
                topic.serde().serializer().serialize(topic.name(), read);
            }
        } catch (SerializationException unreadable) {
            if (unreadable.getMessage() == null) {
                throw unreadable;
            }
        }
    }
}
