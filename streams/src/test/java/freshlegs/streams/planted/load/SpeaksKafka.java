package freshlegs.streams.planted.load;

import org.apache.kafka.common.utils.Bytes;

/** Planted: a formula that knows Kafka. */
final class SpeaksKafka {
    private SpeaksKafka() {}

    static Bytes nothing() {
        return Bytes.wrap(new byte[0]);
    }
}
