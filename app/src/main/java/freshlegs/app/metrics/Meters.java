package freshlegs.app.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The registry of one process, with what every process has. */
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    static Meters of(Path dataFolder) {
        Meters meters = new Meters();
        KafkaFilter.addTo(meters.registry);
        meters.machine();
        meters.disk(dataFolder);
        return meters;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    private void machine() {
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
    }

    private void disk(Path dataFolder) {
        gauge(registry, Metrics.DISK_FREE, () -> dataFolder.toFile().getUsableSpace());
        gauge(registry, Metrics.DISK_SIZE, () -> dataFolder.toFile().getTotalSpace());
    }

    static void gauge(MeterRegistry registry, Metric metric, Supplier<Number> number, String... values) {
        Gauge.Builder<Supplier<Number>> gauge =
                Gauge.builder(metric.name(), number).description(metric.meaning());
        for (int i = 0; i < values.length; i++) {
            gauge.tag(metric.labels().get(i), values[i]);
        }
        gauge.register(registry);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
