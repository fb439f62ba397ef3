package freshlegs.bench.replay;

import freshlegs.bench.service.FactTopics;
import freshlegs.model.fact.Fact;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topic;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Facts of any kind: read as their topic's serde reads them, written as JSON. */
final class FactSerde implements Serde<Fact> {
    private static final Map<String, Class<? extends Fact>> TYPES = FactTopics.USED.stream()
            .collect(Collectors.toMap(
                    Topic::name, (Function<Topic<? extends Fact>, Class<? extends Fact>>) Topic::type));

    @Override
    public Serializer<Fact> serializer() {
        return (topic, fact) -> Json.write(fact);
    }

    @Override
    public Deserializer<Fact> deserializer() {
        return (topic, bytes) -> Json.read(bytes, Objects.requireNonNull(TYPES.get(topic)));
    }
}
