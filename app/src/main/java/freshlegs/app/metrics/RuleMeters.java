package freshlegs.app.metrics;

import freshlegs.streams.rule.Rule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Lets the count of every rule begin at 0, which the warehouse cannot: it knows rules only once they have seen something. */
final class RuleMeters {
    private RuleMeters() {}

    static void begin(MeterRegistry registry) {
        for (Rule rule : Rule.values()) {
            for (String step : List.of("opened", "escalated")) {
                Counter.builder("freshlegs.rule.firings")
                        .description("Rules that saw something at a step of an alert.")
                        .tag("rule", rule.id())
                        .tag("step", step)
                        .register(registry);
            }
        }
    }
}
