package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.api.Spoken;
import freshlegs.coach.page.RunSeries;
import freshlegs.coach.web.RunQuestions.Asking;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pages of single activities, and the same for programs. */
final class RunPages {
    private static final Pattern FACT = Pattern.compile("\\d{8}T\\d{6}Z-[a-z_]{1,40}");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9]{1,64}");

    private final RunQuestions questions;
    private final Pages pages;

    RunPages(RunQuestions questions, Pages pages) {
        this.questions = questions;
        this.pages = pages;
    }

    void addTo(Gate gate, ApiWays api) {
        gate.athlete(HandlerType.GET, "/athletes/{id}/activities", Right.SEE, this::list);
        gate.athlete(HandlerType.GET, "/athletes/{id}/activities/{fact}", Right.SEE, this::activity);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/activities/{fact}/series.json",
                Right.SEE,
                Spoken.gives("A run second by second, thinned to what a chart shows.", RunSeries.class),
                this::series);
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/activities/{fact}/series.csv",
                Right.SEE,
                Spoken.file("A run second by second.", "text/csv"),
                this::csv);
    }

    private void list(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Optional<String> before =
                Optional.ofNullable(request.queryParam("before")).map(RunPages::fact);
        pages.show(
                request,
                "activities",
                Preferring.say(request, "activity.all", athlete),
                () -> questions.list(athlete, before, Preferring.voice(request)));
    }

    private void activity(Context request) {
        Asking asking = asking(request);
        pages.show(
                request,
                "activity",
                Preferring.say(request, "activity.page", asking.fact(), asking.athlete()),
                () -> questions.page(asking, Preferring.voice(request)));
    }

    private void series(Context request) {
        ApiAnswers.give(request, questions.series(asking(request)));
    }

    private void csv(Context request) {
        Asking asking = asking(request);
        ChartFiles.answer(request, asking.athlete() + "-" + asking.fact(), RunSeries.csv(questions.rows(asking)));
    }

    private static Asking asking(Context request) {
        return new Asking(
                Asked.athlete(request),
                fact(request.pathParam("fact")),
                Optional.ofNullable(request.queryParam("revision"))
                        .filter(revision -> REVISION.matcher(revision).matches()));
    }

    private static String fact(String fact) {
        if (!FACT.matcher(fact).matches()) {
            throw Problem.badRequest("This is not an activity's id.", "Follow the link from an athlete's page.");
        }
        return fact;
    }
}
