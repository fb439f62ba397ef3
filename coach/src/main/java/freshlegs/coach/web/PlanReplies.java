package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.PlanAnswer;
import freshlegs.coach.PlanWish;
import freshlegs.coach.access.Right;
import freshlegs.coach.page.PlanForm;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.PlanDecision.Verdict;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a coach says on a plan's page by its forms, which work without JavaScript: a new plan, and what becomes of a change. */
final class PlanReplies {
    private static final String ADVICE = "Answer on the plan's own page.";
    private static final List<String> WORKOUTS = List.of("rest", "easy", "technical");

    private final Answers answers;
    private final Pages pages;

    PlanReplies(Answers answers, Pages pages) {
        this.answers = answers;
        this.pages = pages;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.POST, "/athletes/{id}/plan", Right.PLAN, this::plan);
        gate.athlete(HandlerType.POST, "/athletes/{id}/plan/decision", Right.PLAN, this::decide);
    }

    /** What is refused is shown again as it was typed. */
    private void plan(Context request) {
        AthleteId athlete = Asked.athlete(request);
        PlanWish wish = new PlanWish(
                said(request, "event"),
                said(request, "distance"),
                said(request, "on"),
                said(request, "target"),
                said(request, "baseline-distance"),
                said(request, "baseline-time"),
                said(request, "baseline-on"),
                request.formParams("days"),
                said(request, "long-run"),
                said(request, "mode"));
        Answers.Answer answer = answers.plan(Gate.visitor(request).speaker(athlete), athlete, wish);
        if (answer instanceof Answers.Refused refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            pages.plan(request, athlete, PlanForm.refused(wish, refused.sentence()));
        } else if (answer instanceof Answers.Taken taken) {
            back(request, athlete, taken, "week");
        }
    }

    private void decide(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Answers.Answer answer = answers.decide(Gate.visitor(request).speaker(athlete), answer(request, athlete));
        if (answer instanceof Answers.Refused refused) {
            throw Problem.badRequest(refused.sentence(), ADVICE);
        }
        if (answer instanceof Answers.Taken taken) {
            back(request, athlete, taken, "changes");
        }
    }

    static PlanAnswer answer(Context request, AthleteId athlete) {
        String verdict = said(request, "verdict");
        Optional<String> workout = WORKOUTS.stream().filter(verdict::equals).findFirst();
        try {
            return new PlanAnswer(
                    athlete,
                    LocalDate.parse(said(request, "date")),
                    AdjustmentCause.valueOf(said(request, "cause")),
                    said(request, "revision"),
                    workout.isPresent() ? Verdict.CHANGE : verdict(verdict),
                    workout,
                    Optional.of(said(request, "reason")).filter(text -> !text.isEmpty()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.badRequest("This is no answer to a change of the plan.", ADVICE);
        }
    }

    private static Verdict verdict(String word) {
        return switch (word) {
            case "accept" -> Verdict.ACCEPT;
            case "keep" -> Verdict.KEEP_PLAN;
            case "undo" -> Verdict.UNDO;
            default -> throw Problem.badRequest("This is no answer to a change of the plan.", ADVICE);
        };
    }

    private static String said(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).map(String::strip).orElse("");
    }

    /** The page knows by the revision whether the tables have it yet. */
    private static void back(Context request, AthleteId athlete, Answers.Taken taken, String place) {
        String page =
                "/athletes/" + athlete + "/plan?" + SoonAgain.bySystemTime().said(taken) + "#" + place;
        request.redirect(Preferring.back(request, page), HttpStatus.SEE_OTHER);
    }
}
