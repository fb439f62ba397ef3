package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.access.Right;
import freshlegs.coach.page.Reply;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict.Verdict;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a coach says back of an alert by the forms on its page, which work without JavaScript. */
final class Replies {
    private static final String ADVICE = "Answer on the alert's own page.";

    private final Answers answers;
    private final Database database;
    private final Function<String, Optional<AthleteId>> whose;

    Replies(Answers answers, Database database, Function<String, Optional<AthleteId>> whose) {
        this.answers = answers;
        this.database = database;
        this.whose = whose;
    }

    void addTo(Gate gate) {
        gate.episode(HandlerType.POST, "/episodes/{id}/verdict", Right.ANSWER, this::judge);
        gate.episode(HandlerType.POST, "/episodes/{id}/silence", Right.ANSWER, this::silence);
    }

    private void judge(Context request) {
        String alert = Asked.episode(request);
        Verdict verdict = verdict(request.formParam("verdict"));
        Optional<String> reason = Optional.ofNullable(request.formParam("reason"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
        show(request, alert, answers.judge(Gate.visitor(request).speaker(athlete(alert)), alert, verdict, reason));
    }

    private void silence(Context request) {
        String alert = Asked.episode(request);
        KnownEpisode known = database.look(views -> views.episode(alert)).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such episode.", ADVICE));
        AthleteId athlete = known.episode().athlete();
        String cause = known.episode().cause().name().toLowerCase(Locale.ROOT);
        Person by = Gate.visitor(request).speaker(athlete);
        show(request, alert, silence(by, athlete, cause, String.valueOf(request.formParam("silence"))));
    }

    private Answers.Answer silence(Person by, AthleteId athlete, String cause, String word) {
        return switch (word) {
            case "snooze" -> answers.silence(by, athlete, cause, OptionalInt.of(Reply.SNOOZE_DAYS), Optional.empty());
            case "mute" -> answers.silence(by, athlete, cause, OptionalInt.empty(), Optional.empty());
            case "lift" -> answers.lift(by, athlete, cause, Optional.empty());
            default -> throw Problem.badRequest("This is no way to silence an alert.", ADVICE);
        };
    }

    private AthleteId athlete(String alert) {
        return whose.apply(alert).orElseThrow(() -> Problem.notFound("There is no such episode.", ADVICE));
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
