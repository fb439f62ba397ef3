package freshlegs.ingest.http;

import freshlegs.ingest.Spool;
import freshlegs.ingest.workout.ComingWorkouts;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** The intake's web server: uploads by token, receipts, coming workouts, and whatever the doors add. */
public final class IntakeServer implements AutoCloseable {
    private static final long STOP_MILLISECONDS = 5_000;
    private static final long MAX_SMALL_REQUEST_BYTES = 1 << 20;
    /** How long a client may say nothing in the middle of a request. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Javalin server;
    private final String host;

    private IntakeServer(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    public static IntakeServer start(
            IntakeServerSettings settings,
            Spool spool,
            Tokens tokens,
            OutcomeLookup outcomes,
            ComingWorkouts workouts,
            List<Door> doors) {
        return start(settings, spool, tokens, outcomes, workouts, doors, PATIENCE);
    }

    static IntakeServer start(
            IntakeServerSettings settings,
            Spool spool,
            Tokens tokens,
            OutcomeLookup outcomes,
            ComingWorkouts workouts,
            List<Door> doors,
            Duration patience) {
        LocalOnly localOnly = new LocalOnly(settings.host());
        Gate gate = new Gate(tokens, settings.clock());
        Uploads uploads = new Uploads(gate, new UploadDesk(spool, outcomes, settings.limits()), settings.limits());
        Javalin server = Javalin.create(config -> {
            settle(config, patience);
            config.routes.before(SafetyHeaders::set);
            config.routes.before(localOnly::check);
            config.routes.get("/healthz", request -> Uploads.answer(request, Map.of("status", "up")));
            uploads.open(config.routes);
            new Workouts(gate, workouts).open(config.routes);
            doors.forEach(door -> door.open(config.routes));
            Troubles.addTo(config.routes);
            config.requestLogger.http((request, took) -> settings.meters().answered(request.statusCode()));
        });
        return new IntakeServer(server.start(settings.host(), settings.port()), settings.host());
    }

    private static void settle(JavalinConfig config, Duration patience) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAX_SMALL_REQUEST_BYTES;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLISECONDS);
            server.setErrorHandler(new BareErrors());
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    beImpatient(server, patience);
                }
            });
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new BareErrors()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private static void beImpatient(Server server, Duration patience) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector accepting) {
                accepting.setIdleTimeout(patience.toMillis());
            }
        }
    }

    /** Such as {@code http://127.0.0.1:8081}, also where it listens on all addresses of the machine. */
    public URI address() {
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        String name = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return URI.create("http://" + name + ":" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
