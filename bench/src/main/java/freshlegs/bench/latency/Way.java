package freshlegs.bench.latency;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many milliseconds one file was in each stage; together they are all the time that it took. */
public record Way(Map<Stage, Double> millis) {
    private static final double NANOS_PER_MILLI = 1e6;

    public Way {
        millis = Collections.unmodifiableMap(new EnumMap<>(millis));
    }

    /** A stage begins where the one before it ended; since several clocks are read, none ends before that or after the last one. */
    static Way of(Instant dropped, Map<Stage, Instant> ends) {
        SortedMap<Stage, Instant> inOrder = new TreeMap<>(ends);
        Instant arrived = inOrder.get(inOrder.lastKey());
        Map<Stage, Double> millis = new EnumMap<>(Stage.class);
        Instant began = dropped;
        for (Map.Entry<Stage, Instant> end : inOrder.entrySet()) {
            Instant ended = Collections.max(List.of(began, Collections.min(List.of(end.getValue(), arrived))));
            millis.put(end.getKey(), Duration.between(began, ended).toNanos() / NANOS_PER_MILLI);
            began = ended;
        }
        return new Way(millis);
    }

    public double total() {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
