package freshlegs.app.metrics;

import java.util.List;
import java.util.Locale;

/**
 * One metric as Prometheus reads it. {@code unit} is empty for plain numbers, {@code labels} have few values that are known
 * beforehand, {@code part} is the part of the pipeline whose process shows it, or {@code every}.
 */
record Metric(String name, Kind kind, String unit, List<String> labels, String part, String meaning) {
    Metric {
        labels = List.copyOf(labels);
    }

    /** How its numbers are to be read. */
    enum Kind {
        GAUGE,
        COUNTER,
        HISTOGRAM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Metric gauge(String name, String unit, String part, String meaning, String... labels) {
        return new Metric(name, Kind.GAUGE, unit, List.of(labels), part, meaning);
    }

    static Metric counter(String name, String unit, String part, String meaning, String... labels) {
        return new Metric(name, Kind.COUNTER, unit, List.of(labels), part, meaning);
    }

    static Metric histogram(String name, String unit, String part, String meaning, String... labels) {
        return new Metric(name, Kind.HISTOGRAM, unit, List.of(labels), part, meaning);
    }
}
