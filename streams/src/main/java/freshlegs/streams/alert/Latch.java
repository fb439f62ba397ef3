package freshlegs.streams.alert;

import java.time.LocalDate;

/** Something that stands until it has been quiet for long enough: since when, last seen, and how often denied since. */
record Latch(LocalDate since, LocalDate lastSeen, int quietCheckIns) {

    static Latch at(LocalDate today) {
        return new Latch(today, today, 0);
    }

    Latch seen(LocalDate today) {
        return new Latch(since, today, 0);
    }

    Latch quiet(boolean told) {
        return new Latch(since, lastSeen, quietCheckIns + (told ? 1 : 0));
    }

    long quietDays(LocalDate today) {
        return today.toEpochDay() - lastSeen.toEpochDay();
    }
}
