package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.page.Reply;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.AlertVerdict.Verdict;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What a coach says back of an alert by the forms on its page, which work without JavaScript. */
final class Replies {
    private static final String ADVICE = "Answer on the alert's own page.";

    private final Answers answers;
    private final Database database;

    Replies(Answers answers, Database database) {
        this.answers = answers;
        this.database = database;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/episodes/{id}/verdict", this::judge);
        routes.post("/episodes/{id}/silence", this::silence);
    }

    private void judge(Context request) {
        SameOrigin.check(request, ADVICE);
        String alert = Asked.episode(request);
        Verdict verdict = verdict(request.formParam("verdict"));
        Optional<String> reason = Optional.ofNullable(request.formParam("reason"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        show(request, alert, answers.judge(alert, verdict, reason));
    }

    private void silence(Context request) {
        SameOrigin.check(request, ADVICE);
        String alert = Asked.episode(request);
        KnownEpisode known = database.look(views -> views.episode(alert)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such episode.", ADVICE));
        AthleteId athlete = known.episode().athlete();
        String cause = known.episode().cause().name().toLowerCase(Locale.ROOT);
        show(request, alert, silencing(request.formParam("silence")).apply(athlete, cause));
    }

    private BiFunction<AthleteId, String, Answers.Answer> silencing(@Nullable String word) {
        return switch (String.valueOf(word)) {
            case "snooze" -> (athlete, cause) -> answers.silence(athlete, cause, OptionalInt.of(Reply.SNOOZE_DAYS));
            case "mute" -> (athlete, cause) -> answers.silence(athlete, cause, OptionalInt.empty());
            case "lift" -> answers::lift;
            default -> throw Problem.badRequest("This is no way to silence an alert.", ADVICE);
        };
    }

    private static Verdict verdict(@Nullable String word) {
        for (Verdict known : Verdict.values()) {
            if (known.key().equals(word)) {
                return known;
            }
        }
        throw Problem.badRequest("This is no verdict.", ADVICE);
    }

    /** Back to the page, which knows by the revision whether the tables have it yet. */
    private static void show(Context request, String alert, Answers.Answer answer) {
        if (answer instanceof Answers.Refused refused) {
            throw Problem.badRequest(refused.sentence(), ADVICE);
        }
        if (answer instanceof Answers.Taken taken) {
            request.redirect("/episodes/" + alert + "?said=" + taken.revision() + "#reply", HttpStatus.SEE_OTHER);
        }
    }
}
