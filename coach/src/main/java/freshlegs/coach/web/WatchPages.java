package freshlegs.coach.web;

import freshlegs.coach.Routes;
import freshlegs.coach.WaysIn;
import freshlegs.coach.access.Consent;
import freshlegs.coach.access.Consents;
import freshlegs.coach.access.Right;
import freshlegs.coach.page.WatchPage;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Optional;

/** How an athlete's files come in, way by way and step by step; folders and keys are made here where the files are taken. */
final class WatchPages {
    private static final String PAGE = "/athletes/{id}/watch";

    private final Database database;
    private final Consents consents;
    private final WaysIn waysIn;
    private final Pages pages;
    private final Templates templates;
    private final Clock clock;

    WatchPages(Database database, WaysIn waysIn, Pages pages, Templates templates, Clock clock) {
        this.database = database;
        this.consents = new Consents(database, clock);
        this.waysIn = waysIn;
        this.pages = pages;
        this.templates = templates;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.GET, PAGE, Right.SEE, this::show);
        waysIn.routes().ifPresent(routes -> {
            gate.athlete(HandlerType.POST, PAGE + "/folder", Right.HAND_OVER, request -> makeFolder(request, routes));
            gate.athlete(HandlerType.POST, PAGE + "/keys", Right.HAND_OVER, request -> addKey(request, routes));
            gate.athlete(HandlerType.POST, PAGE + "/keys/end", Right.HAND_OVER, request -> endKey(request, routes));
        });
    }

    /** With {@code ?part=ways} only what changes by itself, for a page that is open. */
    private void show(Context request) {
        AthleteId athlete = Asked.athlete(request);
        String template = "ways".equals(request.queryParam("part")) ? "watchways" : "watch";
        pages.show(request, template, title(request), () -> page(request, athlete, Optional.empty()));
    }

    private WatchPage page(Context request, AthleteId athlete, Optional<String> fresh) {
        return database.look(views -> {
            Questions.row(views, athlete);
            return WatchPage.of(
                    new WatchPage.Material(
                            athlete,
                            views.routes(athlete),
                            waysIn.routes().map(routes -> routes.standing(athlete)),
                            Gate.visitor(request).may(Right.HAND_OVER, athlete),
                            consents.state(athlete) == Consent.State.WITHDRAWN,
                            fresh),
                    waysIn,
                    Preferring.voice(request),
                    clock);
        });
    }

    private void makeFolder(Context request, Routes routes) {
        routes.makeFolder(known(request));
        back(request);
    }

    private void addKey(Context request, Routes routes) {
        AthleteId athlete = known(request);
        try {
            String fresh = routes.addKey(
                    athlete, Optional.ofNullable(request.formParam("name")).orElse(""));
            request.header("Referrer-Policy", "same-origin");
            templates.show(
                    request, "watch", title(request), page(request, athlete, Optional.of(fresh)), Optional.empty());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "No key was made: " + e.getMessage() + ".", "Go back and name what it is used by.");
        }
    }

    private void endKey(Context request, Routes routes) {
        routes.endKey(
                known(request), Optional.ofNullable(request.formParam("key")).orElse(""));
        back(request);
    }

    /** Nothing is made for an athlete of whom nobody has heard. */
    private AthleteId known(Context request) {
        AthleteId athlete = Asked.athlete(request);
        database.look(views -> Questions.row(views, athlete));
        return athlete;
    }

    private static String title(Context request) {
        return Preferring.say(request, "watch.heading", Asked.athlete(request));
    }

    private static void back(Context request) {
        request.redirect("/athletes/" + Asked.athlete(request) + "/watch", HttpStatus.SEE_OTHER);
    }
}
