package freshlegs.app.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks anew when somebody asks, but never more often than every {@link #SHORTEST} and for a twentieth of the time at most, as
 * long as that means to rest for no more than {@link #LONGEST}: a look that waited in vain says nothing of the next. What a source
 * that is away would tell is not shown, rather than shown as it was.
 */
final class Looks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int OF_THE_TIME = 20;

    private final MeterRegistry registry;
    private final List<Look> looks = new ArrayList<>();
    private final Map<Metric, MultiGauge> gauges = new HashMap<>();
    private final Map<String, Boolean> seen = new HashMap<>();
    private final MultiGauge sources;
    private long lookedNanos;
    private long restNanos;

    Looks(MeterRegistry registry) {
        this.registry = registry;
        this.sources = gauge(Metrics.LOOK_UP);
    }

    synchronized void add(Look look) {
        looks.add(look);
        look.tells().forEach(metric -> gauges.computeIfAbsent(metric, this::gauge));
        restNanos = 0;
    }

    private MultiGauge gauge(Metric metric) {
        return MultiGauge.builder(metric.name()).description(metric.meaning()).register(registry);
    }

    /** What {@code reading} sees after a look and before the next one, in which numbers that are being replaced would be missing. */
    synchronized String read(Supplier<String> reading) {
        refresh();
        return reading.get();
    }

    private void refresh() {
        long began = System.nanoTime();
        if (began - lookedNanos < restNanos) {
            return;
        }
        looks.forEach(this::refresh);
        List<MultiGauge.Row<?>> standing = new ArrayList<>();
        seen.forEach((source, well) -> standing.add(MultiGauge.Row.of(Tags.of("source", source), well ? 1 : 0)));
        sources.register(standing, true);
        lookedNanos = System.nanoTime();
        restNanos = Math.min(LONGEST.toNanos(), Math.max(SHORTEST.toNanos(), OF_THE_TIME * (lookedNanos - began)));
    }

    private void refresh(Look look) {
        Readings readings = new Readings();
        boolean well = take(look, readings);
        for (Metric metric : look.tells()) {
            gauges.computeIfAbsent(metric, this::gauge).register(well ? readings.of(metric) : List.of(), true);
        }
        seen.put(look.source(), well);
    }

    private boolean take(Look look, Readings readings) {
        try {
            look.take(readings);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception e) {
            if (!Boolean.FALSE.equals(seen.get(look.source()))) {
                LOG.warn("metrics cannot look at the {}: {}", look.source(), e.toString());
            }
            return false;
        }
    }

    @Override
    public synchronized void close() {
        looks.forEach(Look::close);
        looks.clear();
    }
}
