package freshlegs.coach.web;

import freshlegs.coach.page.EpisodePage;
import freshlegs.coach.page.Frame;
import freshlegs.coach.read.LastKnown;
import freshlegs.coach.read.LastKnown.Answer;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages for people; while the database is away they show what was read last and say so. */
final class Pages {
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int REMEMBERED_PAGES = 50;

    private final Questions questions;
    private final Templates templates;
    private final Clock clock;
    private final LastKnown<Object> lastKnown;

    Pages(Questions questions, Templates templates, Clock clock) {
        this.questions = questions;
        this.templates = templates;
        this.clock = clock;
        this.lastKnown = new LastKnown<>(clock, REMEMBERED_PAGES);
    }

    void squad(Context request) {
        show(request, "squad", "Squad", questions::squad);
    }

    void athlete(Context request) {
        AthleteId athlete = Asked.athlete(request);
        int days = Asked.days(request);
        show(request, "athlete", athlete.value(), () -> questions.athlete(athlete, days));
    }

    void episode(Context request) {
        String id = Asked.episode(request);
        show(
                request,
                page -> page instanceof EpisodePage ? "episode" : "withdrawn",
                "Episode",
                () -> questions.episode(id));
    }

    private void show(Context request, String template, String title, Supplier<Object> page) {
        show(request, any -> template, title, page);
    }

    private void show(Context request, Function<Object, String> template, String title, Supplier<Object> page) {
        Answer<Object> answer = lastKnown.ask(request.path() + "?" + request.queryString(), page);
        if (answer.trouble().isPresent()) {
            request.status(SERVICE_UNAVAILABLE);
        }
        templates.show(
                request, template.apply(answer.content()), title, answer.content(), Frame.noticeOf(answer, clock));
    }
}
