package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.NoteWish;
import freshlegs.coach.PlanAnswer;
import freshlegs.coach.PlanWish;
import freshlegs.coach.access.Right;
import freshlegs.coach.api.Given;
import freshlegs.coach.api.Sent;
import freshlegs.coach.api.Spoken;
import freshlegs.coach.page.Reply;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.json.Json;
import freshlegs.model.result.Episode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What programs say: taken like what is said on pages, and answered by a receipt. */
final class ApiWrites {
    private static final int ACCEPTED = 202;
    private static final String ADVICE = "/api/docs says what is understood here.";

    private final Answers answers;
    private final Alerts alerts;
    private final Function<String, Optional<AthleteId>> whose;

    ApiWrites(Answers answers, Alerts alerts, Function<String, Optional<AthleteId>> whose) {
        this.answers = answers;
        this.alerts = alerts;
        this.whose = whose;
    }

    void addTo(ApiWays api) {
        api.alert(
                HandlerType.POST,
                "/alerts/{id}/verdict",
                Right.ANSWER,
                Spoken.takes("Say whether an alert was right, or take that back.", Sent.Verdict.class),
                this::judge);
        api.alert(
                HandlerType.POST,
                "/alerts/{id}/silence",
                Right.ANSWER,
                Spoken.takes(
                        "Snooze or mute alerts of this cause, or by one rule, for this athlete.", Sent.Silence.class),
                this::silence);
        api.athlete(
                HandlerType.POST,
                "/athletes/{id}/plan/decision",
                Right.PLAN,
                Spoken.takes("Decide what becomes of a changed session, or take that back.", Sent.Decision.class),
                this::decide);
        api.athlete(
                HandlerType.POST,
                "/athletes/{id}/plan",
                Right.PLAN,
                Spoken.takes("Make a plan for a race or time trial.", Sent.Plan.class),
                this::plan);
        api.athlete(
                HandlerType.POST,
                "/athletes/{id}/plan/move",
                Right.PLAN,
                Spoken.takes("Let a session be run on another day of its week.", Sent.Move.class),
                this::move);
        api.athlete(
                HandlerType.POST,
                "/athletes/{id}/plan/usual-order",
                Right.PLAN,
                Spoken.takes("Put the days of a week back into their usual order.", Sent.UsualOrder.class),
                this::usualOrder);
        api.athlete(
                HandlerType.POST,
                "/athletes/{id}/notes",
                Right.ANSWER,
                Spoken.takes("Write a note about an alert or a day, or one's own note anew.", Sent.Note.class),
                this::note);
        api.athlete(
                HandlerType.DELETE,
                "/athletes/{id}/notes/{note}",
                Right.ANSWER,
                Spoken.takesBack("Take one's own note back."),
                this::withdraw);
    }

    private void judge(Context request) {
        String alert = Asked.episode(request);
        Sent.Verdict said = ApiAnswers.sent(request, Sent.Verdict.class);
        AthleteId athlete = whose.apply(alert).orElseThrow(Alerts::nothing);
        if (said.verdict() == AlertVerdict.Verdict.WRONG && isEmpty(said.reason())) {
            throw Problem.refused(Replies.REASON_FOR_WRONG, ADVICE);
        }
        receipt(request, athlete, answers.judge(by(request, athlete), alert, said.verdict(), said.reason()));
    }

    private void silence(Context request) {
        Episode episode = alerts.standing(Asked.episode(request));
        Sent.Silence said = ApiAnswers.sent(request, Sent.Silence.class);
        String cause = episode.cause().name().toLowerCase(Locale.ROOT);
        String about = said.about().orElse(cause);
        if (!about.equals(cause)
                && !Reply.silenceable(episode.cause(), episode.rules()).contains(about)) {
            throw Problem.refused("This is no rule by which the alert was raised.", ADVICE);
        }
        AthleteId athlete = episode.athlete();
        Person by = by(request, athlete);
        receipt(
                request,
                athlete,
                switch (said.how()) {
                    case SNOOZE ->
                        answers.silence(by, athlete, about, OptionalInt.of(Reply.SNOOZE_DAYS), said.reason());
                    case MUTE -> answers.silence(by, athlete, about, OptionalInt.empty(), said.reason());
                    case LIFT -> answers.lift(by, athlete, about, said.reason());
                });
    }

    private void decide(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Sent.Decision said = ApiAnswers.sent(request, Sent.Decision.class);
        if (said.choice() == Sent.Decision.Choice.KEEP && isEmpty(said.reason())) {
            throw Problem.refused(Replies.REASON_FOR_KEEPING, ADVICE);
        }
        PlanDecision.Verdict verdict =
                switch (said.choice()) {
                    case ACCEPT -> PlanDecision.Verdict.ACCEPT;
                    case KEEP -> PlanDecision.Verdict.KEEP_PLAN;
                    case REST, EASY, TECHNICAL -> PlanDecision.Verdict.CHANGE;
                    case UNDO -> PlanDecision.Verdict.UNDO;
                };
        Optional<String> workout = verdict == PlanDecision.Verdict.CHANGE
                ? Optional.of(said.choice().key())
                : Optional.empty();
        receipt(
                request,
                athlete,
                answers.decide(
                        by(request, athlete),
                        new PlanAnswer(
                                athlete, said.date(), said.cause(), said.revision(), verdict, workout, said.reason())));
    }

    private void plan(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Sent.Plan said = ApiAnswers.sent(request, Sent.Plan.class);
        PlanWish wish = new PlanWish(
                said.event().orElse(""),
                said.distance(),
                said.on().toString(),
                said.target().orElse(""),
                said.baselineDistance().orElse(""),
                said.baselineTime().orElse(""),
                said.baselineOn().map(LocalDate::toString).orElse(""),
                said.days(),
                said.longRun(),
                said.mode().orElse(""));
        receipt(request, athlete, answers.plan(by(request, athlete), athlete, wish));
    }

    private void move(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Sent.Move said = ApiAnswers.sent(request, Sent.Move.class);
        receipt(request, athlete, answers.move(by(request, athlete), athlete, said.from(), said.to(), said.reason()));
    }

    private void usualOrder(Context request) {
        AthleteId athlete = Asked.athlete(request);
        LocalDate day = ApiAnswers.sent(request, Sent.UsualOrder.class).day();
        receipt(request, athlete, answers.usualOrder(by(request, athlete), athlete, day));
    }

    private void note(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Sent.Note said = ApiAnswers.sent(request, Sent.Note.class);
        if (said.alert().isPresent() && !said.alert().flatMap(whose).equals(Optional.of(athlete))) {
            throw Problem.refused("There is no such alert of " + athlete + ".", ADVICE);
        }
        Person by = by(request, athlete);
        boolean shared = said.shared().orElse(false);
        NoteWish wish = said.id()
                .map(id -> new NoteWish(athlete, id, said.alert(), said.day(), said.text(), shared))
                .orElseGet(() -> NoteWish.written(by, athlete, said.alert(), said.day(), said.text(), shared));
        receipt(request, athlete, answers.note(by, wish));
    }

    private void withdraw(Context request) {
        AthleteId athlete = Asked.athlete(request);
        receipt(request, athlete, answers.withdraw(by(request, athlete), athlete, request.pathParam("note")));
    }

    private static Person by(Context request, AthleteId athlete) {
        return Gate.visitor(request).speaker(athlete);
    }

    private static boolean isEmpty(Optional<String> reason) {
        return reason.filter(text -> !text.isBlank()).isEmpty();
    }

    private static void receipt(Context request, AthleteId athlete, Answers.Answer answer) {
        if (answer instanceof Answers.Refused refused) {
            throw refused.away()
                    ? Problem.away(refused.sentence(), "Try again in some seconds.")
                    : Problem.refused(refused.sentence(), ADVICE);
        }
        if (answer instanceof Answers.Taken taken) {
            request.status(ACCEPTED);
            request.header("Location", ApiWays.ROOT + "/athletes/" + athlete + "/receipts/" + taken.revision());
            request.contentType("application/json");
            request.result(Json.write(new Given.Receipt(taken.revision(), true)));
        }
    }
}
