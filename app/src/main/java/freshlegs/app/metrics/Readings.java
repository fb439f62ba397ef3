package freshlegs.app.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one look saw: for each gauge its numbers by the values of its labels. */
final class Readings {
    private final Map<Metric, List<MultiGauge.Row<?>>> rows = new HashMap<>();

    /** {@code values} are those of the metric's labels, in their order. */
    void add(Metric metric, Number number, String... values) {
        Tags tags = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            tags = tags.and(metric.labels().get(i), values[i]);
        }
        rows.computeIfAbsent(metric, any -> new ArrayList<>()).add(MultiGauge.Row.of(tags, number));
    }

    List<MultiGauge.Row<?>> of(Metric metric) {
        return rows.getOrDefault(metric, List.of());
    }
}
