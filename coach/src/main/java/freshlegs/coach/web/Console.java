package freshlegs.coach.web;

import freshlegs.coach.CoachSettings;
import freshlegs.coach.read.Database;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.net.URI;
import java.time.Clock;

/** The web server: pages, API and files on one address. */
public final class Console implements AutoCloseable {
    private static final long STOP_MILLISECONDS = 5_000;
    private static final long MAX_REQUEST_BYTES = 8_192;

    private final Javalin server;
    private final String host;

    private Console(Javalin server, String host) {
        this.server = server;
        this.host = host;
    }

    public static Console start(Database database, CoachSettings settings) {
        Clock clock = settings.clock();
        Questions questions =
                new Questions(database, settings.waysIn(), settings.answers().isPresent(), clock);
        Assets assets = new Assets();
        Templates templates = new Templates(assets);
        LocalOnly localOnly = new LocalOnly(settings.host());
        Javalin server = Javalin.create(config -> {
            settle(config);
            config.routes.before(SafetyHeaders::set);
            config.routes.before(localOnly::check);
            Pages pages = new Pages(questions, templates, clock);
            addPages(config.routes, pages);
            addApi(config.routes, new Api(database, questions));
            config.routes.get("/assets/{name}", assets::serve);
            new CalendarFeed(database, clock).addTo(config.routes);
            settings.answers().ifPresent(answers -> {
                new Replies(answers, database).addTo(config.routes);
                new PlanReplies(answers, pages).addTo(config.routes);
            });
            settings.waysIn().uploads().ifPresent(uploads -> new FileDrop(uploads, database).addTo(config.routes));
            new Troubles(templates).addTo(config.routes);
        });
        return new Console(server.start(settings.host(), settings.port()), settings.host());
    }

    private static void settle(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAX_REQUEST_BYTES;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP_MILLISECONDS));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    private static void addPages(RoutesConfig routes, Pages pages) {
        routes.get("/", pages::squad);
        routes.get("/athletes/{id}", pages::athlete);
        routes.get("/athletes/{id}/plan", pages::plan);
        routes.get("/episodes/{id}", pages::episode);
    }

    private static void addApi(RoutesConfig routes, Api api) {
        routes.get("/api/squad", api::squad);
        routes.get("/api/athletes/{id}/trend.json", api::trend);
        routes.get("/api/episodes", api::episodes);
        routes.get("/healthz", api::health);
    }

    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + server.port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
