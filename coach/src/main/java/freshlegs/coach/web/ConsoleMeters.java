package freshlegs.coach.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long the console's answers take, by the form of their address, never by what it names. */
final class ConsoleMeters {
    private static final Duration[] ANSWERS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };
    private static final String LISTENING = "/live";
    private static final String NONE = "none";

    private final MeterRegistry registry;

    ConsoleMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Those who listen are counted, not timed: they stay for as long as they look. */
    void addTo(JavalinConfig config, Live live) {
        Gauge.builder("freshlegs.console.listeners", live, Live::size)
                .description("Open pages that listen for changes.")
                .register(registry);
        config.requestLogger.http(this::answered);
    }

    private void answered(Context request, Float milliseconds) {
        Endpoint endpoint = request.endpoints().lastHttpEndpoint();
        String route = endpoint == null ? NONE : endpoint.path;
        if (!route.equals(LISTENING)) {
            Timer.builder("freshlegs.console.requests")
                    .description("How long the console took to answer.")
                    .tag("route", route)
                    .tag("status", request.statusCode() / 100 + "xx")
                    .serviceLevelObjectives(ANSWERS)
                    .register(registry)
                    .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
        }
    }
}
