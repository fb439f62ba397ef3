package freshlegs.bench.replay;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Puts each record into the one store and hands it on. */
final class KeepingProcessor<V> implements Processor<String, V, String, V> {
    static final String STORE = "kept";

    private @Nullable ProcessorContext<String, V> context;
    private @Nullable KeyValueStore<String, V> store;

    @Override
    public void init(ProcessorContext<String, V> started) {
        context = started;
        store = started.getStateStore(STORE);
    }

    @Override
    public void process(Record<String, V> message) {
        Objects.requireNonNull(store).put(message.key(), message.value());
        Objects.requireNonNull(context).forward(message);
    }
}
