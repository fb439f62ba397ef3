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
    private final Calendar calendar;
    private final Roster roster;

    DayCloser(Calendar calendar, Roster roster) {
        this.calendar = calendar;
        this.roster = roster;
    }

    List<DayClosed> due(Instant now) {
        List<DayClosed> due = new ArrayList<>();
        LocalDate roughly = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (AthleteId athlete : calendar.athletes()) {
            ZoneId zone = roster.zoneOf(athlete, roughly);
            for (LocalDate day : calendar.due(athlete, LocalDate.ofInstant(now, zone))) {
                due.add(new DayClosed(athlete, day, now));
            }
        }
        return due;
    }

    void published(List<DayClosed> days) {
        days.forEach(day -> calendar.closed(day.athlete(), day.localDate()));
    }
}
