package freshlegs.warehouse;

import freshlegs.model.result.Episode.Cause;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the warehouse counts once it is committed, so that nothing is counted twice. */
final class WarehouseMeters {
    private static final int MOST_RULES = 200;
    private static final String RULE = "[a-z][a-z.-]{1,60}";
    private static final Duration[] DELAYS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Duration.ofHours(1)
    };
    private static final Duration[] WAYS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;
    private final Timer delay;
    private final Timer fileToRow;
    private final Map<String, Counter> rules = new ConcurrentHashMap<>();

    private WarehouseMeters(MeterRegistry registry) {
        this.registry = registry;
        this.delay = Timer.builder("freshlegs.warehouse.delay")
                .description("From a record's timestamp to its row, committed.")
                .serviceLevelObjectives(DELAYS)
                .register(registry);
        this.fileToRow = Timer.builder("freshlegs.file.to.row")
                .description("From a file handed over until its outcome stands in the tables.")
                .serviceLevelObjectives(WAYS)
                .register(registry);
        TopicTables.ALL.forEach(way -> rows(way.table().name()));
        for (Cause cause : Cause.values()) {
            List.of(Firing.OPENED, Firing.ESCALATED, Firing.WITHDRAWN).forEach(step -> steps(cause, step));
        }
    }

    static WarehouseMeters in(MeterRegistry registry) {
        return new WarehouseMeters(registry);
    }

    /** A batch stands in the tables. */
    void committed(Batch batch, Collection<Instant> newFiles, List<Firing> firings, Instant now) {
        batch.rows().forEach((table, rows) -> rows(table.name()).increment(rows.size()));
        for (long timestamp : batch.timestamps()) {
            delay.record(positive(Duration.between(Instant.ofEpochMilli(timestamp), now)));
        }
        newFiles.forEach(file -> fileToRow.record(positive(Duration.between(file, now))));
        firings.forEach(this::fired);
    }

    private static Duration positive(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    private void fired(Firing firing) {
        steps(firing.cause(), firing.step()).increment();
        firing.rules().forEach(rule -> rule(rule, firing.step()));
    }

    private Counter rows(String table) {
        return Counter.builder("freshlegs.warehouse.rows")
                .description("Rows written, replaced or deleted.")
                .tag("table", table)
                .register(registry);
    }

    private Counter steps(Cause cause, String step) {
        return Counter.builder("freshlegs.alert.steps")
                .description("Steps of alerts, as the journal notes them.")
                .tag("cause", cause.name().toLowerCase(Locale.ROOT))
                .tag("step", step)
                .register(registry);
    }

    /** Rules are few; whatever else a record may call so is not counted under its own name. */
    private void rule(String versioned, String step) {
        String id = versioned.replaceFirst("/.*", "");
        boolean known = id.matches(RULE) && (rules.containsKey(id + step) || rules.size() < MOST_RULES);
        rules.computeIfAbsent((known ? id : "other") + step, any -> Counter.builder("freshlegs.rule.firings")
                        .description("Rules that saw something at a step of an alert.")
                        .tag("rule", known ? id : "other")
                        .tag("step", step)
                        .register(registry))
                .increment();
    }
}
