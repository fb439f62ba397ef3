package freshlegs.bench.replay;

import freshlegs.bench.service.FactTopics;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.Topic;
import freshlegs.streams.StreamsProperties;
import freshlegs.streams.StreamsSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The least that exactly-once streams can do with the same facts, under the season's own settings: every record is put into one
 * store and handed on to one topic.
 */
public final class TrivialTopology {
    private TrivialTopology() {}

    /** Where it hands records on. */
    public static NewTopic output(String application) {
        return new NewTopic(application + ".v1", Topic.PARTITIONS, (short) 1);
    }

    /** Runs it until it is closed; with {@code reading}, each fact is read from its JSON and written to it twice. */
    public static KafkaStreams run(StreamsSettings settings, String application, boolean reading)
            throws InterruptedException {
        Map<String, Object> all = new HashMap<>(StreamsProperties.of(settings).originals());
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        StreamsConfig config = new StreamsConfig(all);
        String output = output(application).name();
        Topology topology =
                reading ? topology(config, output, new FactSerde()) : topology(config, output, Serdes.ByteArray());
        KafkaStreams streams = new KafkaStreams(topology, config);
        CountDownLatch running = new CountDownLatch(1);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
        running.await();
        return streams;
    }

    private static <V> Topology topology(StreamsConfig config, String output, Serde<V> serde) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));
        StoreBuilder<KeyValueStore<String, V>> store = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(KeepingProcessor.STORE), Serdes.String(), serde);
        builder.addStateStore(store);
        builder.stream(
                        FactTopics.USED.stream().map(Topic::name).toList(),
                        Consumed.with(Serdes.String(), serde).withName("read"))
                .process(KeepingProcessor<V>::new, Named.as("keep"), KeepingProcessor.STORE)
                .to(
                        output,
                        Produced.<String, V>with(
                                        Serdes.String(),
                                        serde,
                                        (topic, key, message, partitions) ->
                                                Optional.of(Set.of(AthletePartitioner.partition(key, partitions))))
                                .withName("write"));
        return builder.build();
    }
}
