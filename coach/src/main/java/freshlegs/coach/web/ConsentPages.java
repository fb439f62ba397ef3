package freshlegs.coach.web;

import freshlegs.coach.access.ConsentText;
import freshlegs.coach.access.Consents;
import freshlegs.coach.access.Right;
import freshlegs.coach.page.ConsentPage;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Optional;

/** Where an athlete reads what is done with her data, agrees, and withdraws; for herself alone. */
final class ConsentPages {
    private final Consents consents;
    private final Templates templates;

    ConsentPages(Database database, Templates templates, Clock clock) {
        this.consents = new Consents(database, clock);
        this.templates = templates;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.GET, "/athletes/{id}/consent", Right.SHARE, this::show);
        gate.athlete(HandlerType.POST, "/athletes/{id}/consent", Right.SHARE, this::say);
    }

    /** Whether the text that stands in a form was read and is still the latest. */
    static boolean isAgreed(Context request) {
        return ConsentText.latest().sha256().equals(request.formParam("consent"));
    }

    private void show(Context request) {
        AthleteId athlete = Asked.athlete(request);
        request.header("Referrer-Policy", "same-origin");
        templates.show(
                request,
                "consent",
                Preferring.say(request, "consent.heading"),
                ConsentPage.of(athlete.value(), consents.said(athlete), Preferring.voice(request)),
                Optional.empty());
    }

    private void say(Context request) {
        AthleteId athlete = Asked.athlete(request);
        String by = Gate.visitor(request).account();
        if ("withdraw".equals(request.formParam("do"))) {
            consents.withdraw(athlete, by, Consents.PAGE);
        } else if (isAgreed(request)) {
            consents.give(athlete, by, Consents.PAGE);
        } else {
            throw Problem.badRequest(
                    Preferring.say(
                            request, request.formParam("consent") == null ? "consent.agree.first" : "consent.changed"),
                    "Go back and read it.");
        }
        request.redirect("/athletes/" + athlete + "/consent", HttpStatus.SEE_OTHER);
    }
}
