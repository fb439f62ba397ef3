package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.AlertPage;
import freshlegs.coach.page.Notes;
import freshlegs.coach.page.Receipt.Refusal;
import freshlegs.coach.page.RulePage;
import freshlegs.coach.page.Rulebook;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.RulePrecision;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The pages about alerts: each alert on its own, the rules that raise them, and notes. */
final class AlertPages {
    private final Database database;
    private final Templates templates;
    private final Pages pages;
    private final Rulebook rulebook = Rulebook.published();
    private final Alerts alerts;

    AlertPages(Database database, Templates templates, Pages pages, boolean takesAnswers, Clock clock) {
        this.database = database;
        this.templates = templates;
        this.pages = pages;
        this.alerts = new Alerts(database, rulebook, takesAnswers, clock);
    }

    void addTo(Gate gate) {
        gate.episode(HandlerType.GET, "/episodes/{id}", Right.SEE, this::alert);
        gate.athlete(HandlerType.GET, "/athletes/{id}/notes", Right.SEE, this::notes);
        gate.visitor(HandlerType.GET, "/rules", this::rules);
        gate.visitor(HandlerType.GET, "/rules/{rule}", this::rule);
    }

    Alerts alerts() {
        return alerts;
    }

    private void alert(Context request) {
        String id = Asked.episode(request);
        Visitor visitor = Gate.visitor(request);
        Alerts.Saying saying = saying(request);
        Object page = pages.show(
                request,
                "alert",
                Preferring.say(request, "alerts.heading"),
                () -> alerts.page(id, visitor, saying, Preferring.voice(request)));
        SoonAgain.bySystemTime().ask(request, page instanceof AlertPage alert && alert.isPending());
    }

    private void notes(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Visitor visitor = Gate.visitor(request);
        Alerts.Saying saying = saying(request);
        Object page = pages.show(
                request,
                "notespage",
                Preferring.say(request, "alerts.notes.of", athlete),
                () -> alerts.notes(athlete, visitor, saying, Preferring.voice(request)));
        SoonAgain.bySystemTime()
                .ask(request, page instanceof Notes notes && notes.receipt().pending());
    }

    private static Alerts.Saying saying(Context request) {
        return new Alerts.Saying(Asked.said(request), Asked.chosen(request), Optional.empty());
    }

    private void rules(Context request) {
        pages.show(
                request,
                "rules",
                Preferring.say(request, "alerts.rules"),
                () -> List.copyOf(rulebook.rules().values()));
    }

    private void rule(Context request) {
        Rulebook.Rule rule = rulebook.find(Asked.rule(request))
                .orElseThrow(() -> Problem.notFound("There is no such rule.", "Follow the link from an alert."));
        Visitor visitor = Gate.visitor(request);
        pages.show(
                request,
                "rule",
                rule.signature(),
                () -> RulePage.of(rule, precision(visitor), Preferring.voice(request)));
    }

    private List<RulePrecision> precision(Visitor visitor) {
        return database.look(views -> Questions.precision(views, visitor).values().stream()
                .flatMap(Collection::stream)
                .toList());
    }

    /** The alert's page again with what was refused and why, at the form in which it was typed. */
    void again(Context request, String id, String place, Answers.Refused refused, String typed) {
        Visitor visitor = Gate.visitor(request);
        show(
                request,
                "alert",
                Preferring.say(request, "alerts.heading"),
                refused,
                alerts.page(
                        id,
                        visitor,
                        Alerts.Saying.refused(new Refusal(place, refused.sentence(), typed)),
                        Preferring.voice(request)));
    }

    /** The page of notes likewise. */
    void again(Context request, AthleteId athlete, String place, Answers.Refused refused, String typed) {
        Visitor visitor = Gate.visitor(request);
        show(
                request,
                "notespage",
                Preferring.say(request, "alerts.notes.of", athlete),
                refused,
                alerts.notes(
                        athlete,
                        visitor,
                        Alerts.Saying.refused(new Refusal(place, refused.sentence(), typed)),
                        Preferring.voice(request)));
    }

    private void show(Context request, String template, String title, Answers.Refused refused, Object page) {
        request.status(refused.away() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.UNPROCESSABLE_CONTENT);
        templates.show(request, template, title, page, Optional.empty());
    }
}
