package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.Choice;
import freshlegs.coach.page.Frame;
import freshlegs.coach.page.PlanForm;
import freshlegs.coach.page.PlanPage;
import freshlegs.coach.page.SquadPage;
import freshlegs.coach.read.LastKnown;
import freshlegs.coach.read.LastKnown.Answer;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages for people; while the database is away they show what was read last and say so. */
final class Pages {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int REMEMBERED_PAGES = 50;

    private final Questions questions;
    private final MannersPages manners;
    private final Templates templates;
    private final Clock clock;
    private final LastKnown<Object> lastKnown;

    Pages(Questions questions, MannersPages manners, Templates templates, Clock clock) {
        this.questions = questions;
        this.manners = manners;
        this.templates = templates;
        this.clock = clock;
        this.lastKnown = new LastKnown<>(clock, REMEMBERED_PAGES);
    }

    void addTo(Gate gate) {
        gate.visitor(HandlerType.GET, "/", this::squad);
        gate.athlete(HandlerType.GET, "/athletes/{id}", Right.SEE, this::athlete);
        gate.athlete(HandlerType.GET, "/athletes/{id}/plan", Right.SEE, this::plan);
    }

    /** Who is nothing but one athlete comes to her day, unless she asks for the board. */
    private void squad(Context request) {
        Visitor visitor = Gate.visitor(request);
        if (visitor.isOnlySelf() && request.queryString() == null) {
            request.redirect("/athletes/" + visitor.self().orElseThrow() + "/day", HttpStatus.SEE_OTHER);
            return;
        }
        Choice choice = Choosing.choice(request);
        String template = "rows".equals(request.queryParam("part")) ? "squadrows" : "squad";
        boolean taken = request.queryParam("taken") != null;
        show(request, template, Preferring.say(request, "frame.squad"), choice + " ", () -> {
            SquadPage page = questions.squad(visitor, choice, Preferring.voice(request));
            if (visitor.signedIn() && template.equals("squad")) {
                page = page.withWaiting(manners.tally(visitor.account(), Preferring.sayings(request)));
            }
            return taken ? page.afterAnswer() : page;
        });
    }

    private void athlete(Context request) {
        AthleteId athlete = Asked.athlete(request);
        int days = Asked.days(request);
        Visitor visitor = Gate.visitor(request);
        show(
                request,
                "athlete",
                athlete.value(),
                () -> questions.athlete(athlete, visitor, days, Preferring.voice(request)));
    }

    /** With {@code ?weeks=all} no week is folded. */
    private void plan(Context request) {
        AthleteId athlete = Asked.athlete(request);
        boolean unfolded = "all".equals(request.queryParam("weeks"));
        Optional<String> said = Asked.said(request);
        Object page = show(
                request,
                "planpage",
                Preferring.say(request, "plan.heading", athlete),
                () -> questions.plan(athlete, unfolded, said, Optional.empty(), Preferring.voice(request)));
        SoonAgain.bySystemTime().ask(request, page instanceof PlanPage plan && plan.pending());
    }

    /** Again, with a form that was refused. */
    void plan(Context request, AthleteId athlete, PlanForm refused) {
        templates.show(
                request,
                "planpage",
                Preferring.say(request, "plan.heading", athlete),
                questions.plan(athlete, false, Optional.empty(), Optional.of(refused), Preferring.voice(request)),
                Optional.empty());
    }

    /** A page as it is, or as it was read last. */
    Object show(Context request, String template, String title, Supplier<Object> page) {
        return show(request, template, title, "", page);
    }

    private Object show(Context request, String template, String title, String choice, Supplier<Object> page) {
        Answer<Object> answer = lastKnown.ask(
                choice + Gate.visitor(request).account() + " " + Preferring.voice(request) + " " + request.path() + "?"
                        + request.queryString(),
                page);
        if (answer.trouble().isPresent()) {
            request.status(SERVICE_UNAVAILABLE);
        }
        templates.show(
                request, template, title, answer.content(), Frame.noticeOf(answer, clock, Preferring.voice(request)));
        return answer.content();
    }
}
