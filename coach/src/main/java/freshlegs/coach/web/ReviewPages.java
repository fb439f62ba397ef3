package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.page.ReviewPage;
import freshlegs.coach.page.Voice;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.Views;
import freshlegs.model.Person;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The week of everybody whom a visitor sees, on one page. */
final class ReviewPages {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Database database;
    private final Pages pages;
    private final Clock clock;

    ReviewPages(Database database, Pages pages, Clock clock) {
        this.database = database;
        this.pages = pages;
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.visitor(HandlerType.GET, "/review", this::review);
    }

    private void review(Context request) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        LocalDate monday = week(Optional.ofNullable(request.queryParam("week")), today);
        Visitor visitor = Gate.visitor(request);
        pages.show(
                request,
                "review",
                Preferring.say(request, "review.heading"),
                () -> page(monday, monday(today), visitor, Preferring.voice(request)));
    }

    private ReviewPage page(LocalDate monday, LocalDate last, Visitor visitor, Voice voice) {
        return database.look(views -> page(views, monday, last, visitor, voice));
    }

    private static ReviewPage page(Views views, LocalDate monday, LocalDate last, Visitor visitor, Voice voice) {
        return ReviewPage.of(
                monday,
                last,
                views.reviewed(monday).stream()
                        .filter(week -> visitor.may(Right.SEE, week.athlete()))
                        .toList(),
                Questions.precision(views, visitor),
                athlete -> visitor.speaker(athlete).role() == Person.Role.ATHLETE,
                voice);
    }

    /** As {@code 2026-W47} or any day of it; without a wish the last one of which most days have passed. */
    private static LocalDate week(Optional<String> wish, LocalDate today) {
        if (wish.isEmpty()) {
            return ReviewPage.reviewedOn(today);
        }
        try {
            String text = wish.get();
            LocalDate day = text.contains("W")
                    ? LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE)
                    : LocalDate.parse(text);
            if (day.isBefore(FIRST) || day.isAfter(today.plusYears(1))) {
                throw noWeek();
            }
            return monday(day);
        } catch (DateTimeException e) {
            throw noWeek();
        }
    }

    private static Problem noWeek() {
        return Problem.badRequest("This is no week.", "Name one as 2026-W47, or by one of its days, as 2026-11-16.");
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
