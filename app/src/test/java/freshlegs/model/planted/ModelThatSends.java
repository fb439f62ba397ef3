package freshlegs.model.planted;

import org.apache.kafka.common.TopicPartition;

/** A model outside the topic contracts that knows Kafka, which must not be. */
public final class ModelThatSends {
    private ModelThatSends() {}

    static int partition(TopicPartition partition) {
        return partition.partition();
    }
}
