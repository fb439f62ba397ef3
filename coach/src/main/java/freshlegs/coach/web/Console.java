package freshlegs.coach.web;

import freshlegs.coach.CoachSettings;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.PushKeys;
import freshlegs.coach.access.Reminders;
import freshlegs.coach.read.Database;
import freshlegs.coach.tell.AccountManners;
import freshlegs.coach.tell.ChannelSender;
import freshlegs.coach.tell.HeldBack;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The web server: pages, API and files on one address. */
public final class Console implements AutoCloseable {
    private static final long STOP_MILLISECONDS = 5_000;
    private static final long MAX_REQUEST_BYTES = 32_768;

    private final Javalin server;
    private final Live live;
    private final String host;
    private final List<Gate.Way> ways;

    private Console(Javalin server, Live live, String host, List<Gate.Way> ways) {
        this.server = server;
        this.live = live;
        this.host = host;
        this.ways = ways;
    }

    public static Console start(
            Database database, CoachSettings settings, Channels channels, ChannelSender people, PushKeys keys) {
        Clock clock = settings.clock();
        Questions questions =
                new Questions(database, settings.waysIn(), settings.answers().isPresent(), clock);
        Assets assets = new Assets();
        Templates templates = new Templates(assets);
        Reception reception = new Reception(database, settings, templates);
        LocalOnly localOnly = new LocalOnly(reception.front());
        SafetyHeaders headers = new SafetyHeaders(reception.front());
        List<Gate> gates = new ArrayList<>();
        Live live = new Live(database, reception.doorman());
        Javalin server = Javalin.create(config -> {
            settle(config);
            config.routes.before(headers::set);
            config.routes.before(localOnly::check);
            Gate gate = new Gate(
                    config.routes,
                    reception.front(),
                    reception.doorman(),
                    reception.journal(),
                    questions::whoseEpisode);
            reception.addTo(gate);
            gates.add(gate);
            AccountManners manners = new AccountManners(database, clock.getZone());
            MannersPages mannersPages = new MannersPages(manners, new HeldBack(database, manners), templates, clock);
            mannersPages.addTo(gate);
            Pages pages = new Pages(questions, mannersPages, templates, clock);
            pages.addTo(gate);
            new ReviewPages(database, pages, clock).addTo(gate);
            new ChannelPages(channels, people, keys, templates, clock).addTo(gate);
            new ReminderPages(new Reminders(database), channels, templates).addTo(gate);
            Preferring.addTo(gate);
            new Grouping(database).addTo(gate);
            live.addTo(gate);
            new Clearing(database, pages, templates, settings.answers(), clock).addTo(gate);
            AlertPages alerts = new AlertPages(
                    database, templates, pages, settings.answers().isPresent(), clock);
            alerts.addTo(gate);
            new DayPages(database, pages, templates, settings.answers(), clock).addTo(gate);
            new PlanCalendar(database, pages, templates, settings.answers(), clock).addTo(gate);
            ApiWays api = new ApiWays(gate);
            new ChartFiles(questions).addTo(api);
            new RunPages(new RunQuestions(database, settings.waysIn().runs()), pages).addTo(gate, api);
            new Api(database, questions, clock).addTo(api);
            Api.health(gate, database);
            assets.addTo(gate);
            new CalendarFeed(database, clock).addTo(gate);
            settings.answers().ifPresent(answers -> {
                reception.acts(database, answers).addTo(gate);
                new Replies(answers, alerts, questions::whoseEpisode).addTo(gate);
                new NoteReplies(answers, alerts, questions::whoseEpisode).addTo(gate);
                new ApiWrites(answers, alerts.alerts(), questions::whoseEpisode).addTo(api);
                new PlanReplies(answers, pages).addTo(gate);
            });
            new WatchPages(database, settings.waysIn(), pages, templates, clock).addTo(gate);
            settings.waysIn().uploads().ifPresent(uploads -> new FileDrop(uploads, database).addTo(gate, api));
            new ApiDocs(api, templates).addTo(gate);
            new Troubles(templates).addTo(config.routes);
            new ConsoleMeters(settings.meters()).addTo(config, live);
        });
        return new Console(
                server.start(settings.host(), settings.port()),
                live,
                settings.host(),
                gates.get(0).ways());
    }

    private static void settle(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = MAX_REQUEST_BYTES;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_MILLISECONDS);
            server.setErrorHandler(new BareErrors());
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new BareErrors()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
    }

    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + server.port());
    }

    public boolean isRunning() {
        return server.jettyServer().started();
    }

    /** Every address there is, and whom it is for. */
    List<Gate.Way> ways() {
        return ways;
    }

    /** Every address that is served, however it was added. */
    List<String> routes() {
        return server.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> !endpoint.method.equals(HandlerType.BEFORE))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        live.close();
        server.stop();
    }
}
