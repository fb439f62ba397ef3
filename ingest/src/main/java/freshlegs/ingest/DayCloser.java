package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.DayClosed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Tells, after each athlete's own midnight, that the day is over, because no stage downstream asks a clock. */
final class DayCloser {
    private final Calendars calendars;
    private final Roster roster;

    DayCloser(Calendars calendars, Roster roster) {
        this.calendars = calendars;
        this.roster = roster;
    }

    List<DayClosed> due(Instant now) {
        List<DayClosed> due = new ArrayList<>();
        LocalDate roughly = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Calendar calendar : calendars.all()) {
            for (AthleteId athlete : calendar.athletes()) {
                ZoneId zone = roster.zoneOf(athlete, roughly);
                for (LocalDate day : calendar.due(athlete, LocalDate.ofInstant(now, zone))) {
                    due.add(new DayClosed(athlete, day, now));
                }
            }
        }
        return due;
    }

    void published(List<DayClosed> days) {
        days.forEach(day ->
                calendars.of(day.athlete()).ifPresent(calendar -> calendar.closed(day.athlete(), day.localDate())));
    }
}
