package freshlegs.coach.web;

import freshlegs.coach.Answers;
import freshlegs.coach.access.Right;
import freshlegs.coach.page.CalendarPage;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** The plan as a calendar, in which sessions are moved within their week, by a form or by hand. */
final class PlanCalendar {
    private static final String ADVICE = "Move sessions on the calendar itself.";

    private final Database database;
    private final Pages pages;
    private final Templates templates;
    private final Optional<Answers> answers;
    private final Clock clock;

    PlanCalendar(Database database, Pages pages, Templates templates, Optional<Answers> answers, Clock clock) {
        this.database = database;
        this.pages = pages;
        this.templates = templates;
        this.answers = answers;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.athlete(HandlerType.GET, "/athletes/{id}/calendar", Right.SEE, this::show);
        answers.ifPresent(taking -> {
            gate.athlete(
                    HandlerType.POST, "/athletes/{id}/calendar/move", Right.PLAN, request -> move(request, taking));
            gate.athlete(
                    HandlerType.POST, "/athletes/{id}/calendar/usual", Right.PLAN, request -> usual(request, taking));
        });
    }

    private void show(Context request) {
        AthleteId athlete = Asked.athlete(request);
        Optional<YearMonth> month = month(request);
        Optional<String> said = Asked.said(request);
        Object page = pages.show(
                request,
                "calendar",
                Preferring.say(request, "calendar.title", athlete),
                () -> page(request, month, said, Optional.empty()));
        SoonAgain.bySystemTime().ask(request, page instanceof CalendarPage calendar && calendar.pending());
    }

    private void move(Context request, Answers taking) {
        AthleteId athlete = Asked.athlete(request);
        LocalDate from = date(request, "from");
        Answers.Answer answer = taking.move(
                Gate.visitor(request).speaker(athlete),
                athlete,
                from,
                date(request, "to"),
                Optional.ofNullable(request.formParam("reason"))
                        .map(String::strip)
                        .filter(why -> !why.isEmpty()));
        tell(request, athlete, from, answer);
    }

    private void usual(Context request, Answers taking) {
        AthleteId athlete = Asked.athlete(request);
        LocalDate week = date(request, "week");
        tell(request, athlete, week, taking.usualOrder(Gate.visitor(request).speaker(athlete), athlete, week));
    }

    /** What is refused is said above the calendar, by the name of its rule. */
    private void tell(Context request, AthleteId athlete, LocalDate day, Answers.Answer answer) {
        YearMonth month = month(request).orElse(YearMonth.from(day));
        if (answer instanceof Answers.Refused refused) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            templates.show(
                    request,
                    "calendar",
                    Preferring.say(request, "calendar.title", athlete),
                    page(request, Optional.of(month), Optional.empty(), Optional.of(refused.sentence())),
                    Optional.empty());
        } else if (answer instanceof Answers.Taken taken) {
            request.redirect(
                    "/athletes/" + athlete + "/calendar?month=" + month + "&"
                            + SoonAgain.bySystemTime().said(taken) + "#day-" + day,
                    HttpStatus.SEE_OTHER);
        }
    }

    private CalendarPage page(
            Context request, Optional<YearMonth> asked, Optional<String> said, Optional<String> refused) {
        AthleteId athlete = Asked.athlete(request);
        boolean here = answers.isPresent() && Gate.visitor(request).may(Right.PLAN, athlete);
        return database.look(views -> CalendarPage.of(
                material(views, athlete, asked),
                here,
                said.filter(revision -> !views.isPlanned(athlete, revision)).isPresent(),
                refused,
                Preferring.voice(request)));
    }

    private CalendarPage.Material material(Views views, AthleteId athlete, Optional<YearMonth> asked) {
        if (views.athlete(athlete).isEmpty()) {
            throw Problem.nowhere();
        }
        LocalDate today = views.today(athlete, clock.instant());
        YearMonth month = asked.orElse(YearMonth.from(today));
        LocalDate from = month.atDay(1).minusDays(6);
        LocalDate to = month.atEndOfMonth().plusDays(6);
        return new CalendarPage.Material(
                athlete,
                today,
                month,
                views.plan(athlete, from, to),
                views.weekOrders(athlete, from, to),
                views.toldFrom(athlete),
                views.toldTo(athlete));
    }

    private static Optional<YearMonth> month(Context request) {
        try {
            return Optional.ofNullable(request.queryParam("month")).map(YearMonth::parse);
        } catch (DateTimeException e) {
            throw Problem.badRequest("This is no month.", "Ask for one as in 2026-12.");
        }
    }

    private static LocalDate date(Context request, String field) {
        try {
            return LocalDate.parse(String.valueOf(request.formParam(field)));
        } catch (DateTimeException e) {
            throw Problem.badRequest("This is no day of the plan.", ADVICE);
        }
    }
}
