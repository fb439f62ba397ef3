package freshlegs.app.deadletter;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where a record stands in its topic; of a file the path, at no offset. */
public record Place(String topic, int partition, long offset) {
    private static final int NONE = -1;

    static Place of(RecordMetadata taken) {
        return new Place(taken.topic(), taken.partition(), taken.offset());
    }

    static Place ofFile(String path) {
        return new Place(path, NONE, NONE);
    }

    public boolean isRecord() {
        return partition >= 0 && offset >= 0;
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return partition < 0 ? topic : topic + "-" + partition + "@" + offset;
    }
}
