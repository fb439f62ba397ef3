package freshlegs.coach.web;

import freshlegs.coach.calendar.CalendarText;
import freshlegs.coach.calendar.Calendars;
import freshlegs.coach.calendar.EventLedger;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.WrongTries;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** A plan as a calendar for whoever has its secret address; others find nothing there. */
final class CalendarFeed {
    private static final int NOT_MODIFIED = 304;

    private final Calendars calendars;
    private final EventLedger ledger;
    private final WrongTries wrongTries;
    private final Clock clock;

    CalendarFeed(Database database, Clock clock) {
        this.calendars = new Calendars(database, clock);
        this.ledger = new EventLedger(database);
        this.wrongTries = new WrongTries(clock);
        this.clock = clock;
    }

    void addTo(Gate gate) {
        gate.open(HandlerType.GET, "/calendar/{secret}.ics", this::show);
    }

    /** A right secret is answered however many wrong ones came from its address. */
    private void show(Context request) {
        AthleteId athlete = calendars.whose(request.pathParam("secret")).orElseThrow(() -> wrongTries
                .note(String.valueOf(request.req().getRemoteAddr()))
                .map(Problem::tooMany)
                .orElseGet(Problem::nowhere));
        byte[] text =
                CalendarText.of(athlete, ledger.tell(athlete, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        String tag = '"' + ContentHash.revisionOf(text) + '"';
        request.header("ETag", tag);
        request.header("Cache-Control", "private, no-cache");
        if (isKnown(tag, Optional.ofNullable(request.header("If-None-Match")))) {
            request.status(NOT_MODIFIED);
            return;
        }
        request.header("Content-Disposition", "inline; filename=\"training.ics\"");
        request.contentType("text/calendar; charset=utf-8");
        request.result(text);
    }

    private static boolean isKnown(String tag, Optional<String> known) {
        return known.stream()
                .flatMap(tags -> Arrays.stream(tags.split(",", -1)))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }
}
