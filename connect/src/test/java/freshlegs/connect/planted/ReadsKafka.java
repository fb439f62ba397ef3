package freshlegs.connect.planted;

import org.apache.kafka.clients.consumer.KafkaConsumer;

/** A planted violation: a converter that reads Kafka by itself. */
public final class ReadsKafka {
    private ReadsKafka() {}

    public static Class<?> reader() {
        return KafkaConsumer.class;
    }
}
