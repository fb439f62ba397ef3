package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.ClearancePage;
import freshlegs.coach.page.ClearancePage.Who;
import freshlegs.coach.page.Voice;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Where somebody who has spoken with a doctor lets an athlete train again whose training was stopped for safety. */
final class Clearing {
    private static final String PAGE = "/athletes/{id}/clearance";
    private static final int DAYS_BACK = 60;

    private final Database database;
    private final Pages pages;
    private final Templates templates;
    private final Optional<Answers> answers;
    private final Clock clock;

    Clearing(Database database, Pages pages, Templates templates, Optional<Answers> answers, Clock clock) {
        this.database = database;
        this.pages = pages;
        this.templates = templates;
        this.answers = answers;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.GET, PAGE, Right.SEE, this::show);
        answers.ifPresent(taking -> gate.athlete(HandlerType.POST, PAGE, Right.PLAN, request -> take(request, taking)));
    }

    private void show(Context request) {
        Object page = pages.show(request, "clearance", title(request), () -> page(request, Optional.empty()));
        SoonAgain.bySystemTime().ask(request, page instanceof ClearancePage clearance && clearance.pending());
    }

    private void take(Context request, Answers taking) {
        AthleteId athlete = Asked.athlete(request);
        if (page(request, Optional.empty()).who() != Who.MAY) {
            throw Problem.forbidden(
                    "Your coach gives leave to train again.",
                    "Speak with a doctor, and tell your coach what was said.");
        }
        boolean withdrawn = "withdraw".equals(request.formParam("do"));
        Answers.Answer answer = withdrawn || request.formParam("spoken") != null
                ? taking.clear(Gate.visitor(request).speaker(athlete), athlete, note(request), withdrawn)
                : new Answers.Refused(Preferring.say(request, "clearance.spoken.missing"));
        if (answer instanceof Answers.Refused refused) {
            request.status(refused.away() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
            templates.show(
                    request,
                    "clearance",
                    title(request),
                    page(request, Optional.of(refused.sentence())),
                    Optional.empty());
        } else if (answer instanceof Answers.Taken taken) {
            request.redirect(
                    "/athletes/" + athlete + "/clearance?"
                            + SoonAgain.bySystemTime().said(taken),
                    HttpStatus.SEE_OTHER);
        }
    }

    private ClearancePage page(Context request, Optional<String> problem) {
        AthleteId athlete = Asked.athlete(request);
        Optional<String> said = Asked.said(request);
        Voice voice = Preferring.voice(request);
        return database.look(views -> {
            LocalDate today = views.today(athlete, clock.instant());
            boolean pending =
                    said.filter(revision -> !views.isCleared(athlete, revision)).isPresent();
            return ClearancePage.of(
                    athlete,
                    new ClearancePage.Material(
                            today,
                            views.checkIns(athlete, today.minusDays(DAYS_BACK), today),
                            views.clearedFrom(athlete),
                            views.plan(athlete, today, today).stream().findFirst(),
                            who(Gate.visitor(request), athlete, views)),
                    new ClearancePage.Saying(pending, note(request).orElse(""), problem),
                    voice);
        });
    }

    /** Nobody lets herself train again past her coach. */
    private Who who(Visitor visitor, AthleteId athlete, Views views) {
        if (answers.isEmpty()) {
            return Who.NOT_HERE;
        }
        if (!visitor.may(Right.PLAN, athlete)) {
            return Who.LOOKS_ON;
        }
        boolean self = !visitor.everybody() && visitor.role(athlete).equals(Optional.of(Role.ATHLETE));
        return self && views.isCoached(athlete) ? Who.COACH_DOES : Who.MAY;
    }

    private static String title(Context request) {
        return Preferring.say(request, "clearance.title", Asked.athlete(request));
    }

    private static Optional<String> note(Context request) {
        return Optional.ofNullable(request.formParam("note")).map(String::strip).filter(text -> !text.isEmpty());
    }
}
