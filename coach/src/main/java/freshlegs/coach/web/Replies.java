package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.PlanAnswer;
import freshlegs.coach.access.Right;
import freshlegs.coach.page.Reply;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict.Verdict;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.result.Episode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody says back of an alert by the forms on its page, which work without JavaScript. */
final class Replies {
    static final String REASON_FOR_WRONG =
            "Say in a few words why it was wrong: the rules are judged by that, and others read it later.";
    static final String REASON_FOR_KEEPING =
            "Say in a few words why the session stays as planned: others read it later, the athlete too.";
    private static final String ADVICE = "Answer on the alert's own page.";

    private final Answers answers;
    private final AlertPages pages;
    private final Function<String, Optional<AthleteId>> whose;

    Replies(Answers answers, AlertPages pages, Function<String, Optional<AthleteId>> whose) {
        this.answers = answers;
        this.pages = pages;
        this.whose = whose;
    }

    void addTo(Gate gate) {
        gate.episode(HandlerType.POST, "/episodes/{id}/verdict", Right.ANSWER, this::judge);
        gate.episode(HandlerType.POST, "/episodes/{id}/silence", Right.ANSWER, this::silence);
        gate.episode(HandlerType.POST, "/episodes/{id}/decision", Right.PLAN, this::decide);
    }

    private void judge(Context request) {
        String alert = Asked.episode(request);
        Verdict verdict = verdict(request.formParam("verdict"));
        Optional<String> reason = reason(request);
        Answers.Answer answer = verdict == Verdict.WRONG && reason.isEmpty()
                ? new Answers.Refused(REASON_FOR_WRONG)
                : answers.judge(Gate.visitor(request).speaker(athlete(alert)), alert, verdict, reason);
        show(request, alert, "reply", "verdict-" + verdict.key(), answer);
    }

    /** Says how and, after a blank, of what; without that of the alert's cause. */
    private void silence(Context request) {
        String alert = Asked.episode(request);
        Episode episode = pages.alerts().standing(alert);
        String cause = episode.cause().name().toLowerCase(Locale.ROOT);
        String[] said = String.valueOf(request.formParam("silence")).split(" ", 2);
        String about = said.length > 1 ? said[1] : cause;
        if (!about.equals(cause)
                && !Reply.silenceable(episode.cause(), episode.rules()).contains(about)) {
            throw Problem.badRequest("This is no rule by which the alert was raised.", ADVICE);
        }
        Person by = Gate.visitor(request).speaker(episode.athlete());
        Answers.Answer answer = silence(by, episode.athlete(), about, said[0], reason(request));
        show(request, alert, "silence", "silence-" + said[0] + "-" + about, answer);
    }

    private Answers.Answer silence(Person by, AthleteId athlete, String about, String word, Optional<String> reason) {
        return switch (word) {
            case "snooze" -> answers.silence(by, athlete, about, OptionalInt.of(Reply.SNOOZE_DAYS), reason);
            case "mute" -> answers.silence(by, athlete, about, OptionalInt.empty(), reason);
            case "lift" -> answers.lift(by, athlete, about, reason);
            default -> throw Problem.badRequest("This is no way to silence an alert.", ADVICE);
        };
    }

    private void decide(Context request) {
        String alert = Asked.episode(request);
        AthleteId athlete = athlete(alert);
        PlanAnswer said = PlanReplies.answer(request, athlete);
        String place = "change-" + said.date();
        Answers.Answer answer = said.verdict() == PlanDecision.Verdict.KEEP_PLAN
                        && said.reason().isEmpty()
                ? new Answers.Refused(REASON_FOR_KEEPING)
                : answers.decide(Gate.visitor(request).speaker(athlete), said);
        show(request, alert, place, place + "-" + request.formParam("verdict"), answer);
    }

    private AthleteId athlete(String alert) {
        return whose.apply(alert).orElseThrow(() -> Problem.notFound("There is no such episode.", ADVICE));
    }

    private static Optional<String> reason(Context request) {
        return Optional.ofNullable(request.formParam("reason"))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static Verdict verdict(@Nullable String word) {
        for (Verdict known : Verdict.values()) {
            if (known.key().equals(word)) {
                return known;
            }
        }
        throw Problem.badRequest("This is no verdict.", ADVICE);
    }

    /** Back to the page, which knows by the revision whether the tables have it yet; what is refused is shown again as it was typed. */
    private void show(Context request, String alert, String place, String chosen, Answers.Answer answer) {
        if (answer instanceof Answers.Refused refused) {
            pages.again(request, alert, place, refused, reason(request).orElse(""));
        } else if (answer instanceof Answers.Taken taken) {
            String page = "/episodes/" + alert + "?" + SoonAgain.bySystemTime().said(taken) + "&chose=" + chosen + "#"
                    + place;
            request.redirect(Preferring.back(request, page), HttpStatus.SEE_OTHER);
        }
    }
}
