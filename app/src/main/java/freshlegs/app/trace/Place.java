package freshlegs.app.trace;

import java.time.Instant;
import java.util.Optional;

/** Where a record lies in its topic; a tombstone has no content. */
record Place(String topic, int partition, long offset, Instant at, String key, Optional<byte[]> content) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }

    Step step(String stage, String sentence) {
        return Step.at(at, stage, sentence + " " + this + ", key " + key)
                .with("topic", topic)
                .with("partition", partition)
                .with("offset", offset)
                .with("key", key);
    }
}
