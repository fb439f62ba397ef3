package freshlegs.model.topic;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/** All of an athlete's records share one partition number in every topic, whatever else their keys say. */
public final class AthletePartitioner implements Partitioner {

    public static int partition(String key, int partitions) {
        byte[] athlete = RecordKey.athletePart(key).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(athlete)) % partitions;
    }

    @Override
    public int partition(
            String topic, Object key, byte[] keyBytes, Object message, byte[] messageBytes, Cluster cluster) {
        return partition(new String(keyBytes, StandardCharsets.UTF_8), cluster.partitionCountForTopic(topic));
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
