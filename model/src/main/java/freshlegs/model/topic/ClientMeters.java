package freshlegs.model.topic;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Shows what a Kafka client says of itself for as long as it is open; nothing where nobody looks. */
public interface ClientMeters extends AutoCloseable {
    /** Where nobody looks at what is counted. */
    static MeterRegistry nobody() {
        return new CompositeMeterRegistry();
    }

    static boolean isSeen(MeterRegistry registry) {
        return !(registry instanceof CompositeMeterRegistry composite)
                || !composite.getRegistries().isEmpty();
    }

    static ClientMeters of(Consumer<?, ?> consumer, MeterRegistry registry) {
        return bound(isSeen(registry) ? new KafkaClientMetrics(consumer) : null, registry);
    }

    static ClientMeters of(Producer<?, ?> producer, MeterRegistry registry) {
        return bound(isSeen(registry) ? new KafkaClientMetrics(producer) : null, registry);
    }

    private static ClientMeters bound(@Nullable KafkaClientMetrics metrics, MeterRegistry registry) {
        if (metrics == null) {
            return () -> {};
        }
        metrics.bindTo(registry);
        return metrics::close;
    }

    @Override
    void close();
}
