package freshlegs.coach.web;

import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Reminder;
import freshlegs.coach.access.Reminders;
import freshlegs.coach.page.ReminderPage;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Where athletes say when they want to be reminded of a check-in. */
final class ReminderPages {
    private static final String PAGE = "/account/reminder";

    private final Reminders reminders;
    private final Channels channels;
    private final Templates templates;

    ReminderPages(Reminders reminders, Channels channels, Templates templates) {
        this.reminders = reminders;
        this.channels = channels;
        this.templates = templates;
    }

    void addTo(Gate gate) {
        gate.signedIn(
                HandlerType.GET,
                PAGE,
                request -> show(request, reminders.of(Gate.visitor(request).account()), Optional.empty()));
        gate.signedIn(HandlerType.POST, PAGE, this::keep);
    }

    private void show(Context request, Reminder reminder, Optional<String> trouble) {
        String account = Gate.visitor(request).account();
        templates.show(
                request,
                "reminder",
                Preferring.say(request, "checkin.reminder.heading"),
                ReminderPage.of(
                        reminder,
                        request.queryParam("saved") != null,
                        !channels.of(account).isEmpty(),
                        trouble,
                        Preferring.sayings(request)),
                Optional.empty());
    }

    private void keep(Context request) {
        String account = Gate.visitor(request).account();
        try {
            reminders.keep(account, typed(request));
            request.redirect(PAGE + "?saved=yes", HttpStatus.SEE_OTHER);
        } catch (DateTimeException | IllegalArgumentException e) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, reminders.of(account), Optional.of(Preferring.say(request, "checkin.reminder.wrong")));
        }
    }

    private static Reminder typed(Context request) {
        String hours = said(request, "after-run");
        return new Reminder(
                Optional.of(said(request, "morning"))
                        .filter(text -> !text.isEmpty())
                        .map(LocalTime::parse),
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> request.formParams("day").contains(day.name()))
                        .collect(Collectors.toSet()),
                hours.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(hours)));
    }

    private static String said(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).map(String::strip).orElse("");
    }
}
