package freshlegs.coach.access;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** When an athlete wants to be reminded: of the morning from a time on, on some days; of a run so many hours after it. */
public record Reminder(Optional<LocalTime> morningAt, Set<DayOfWeek> days, OptionalInt afterRunHours) {
    public static final Reminder NEVER =
            new Reminder(Optional.empty(), EnumSet.allOf(DayOfWeek.class), OptionalInt.empty());
    private static final int HOURS_OF_DAY = 24;

    public Reminder {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        chosen.addAll(days);
        days = Collections.unmodifiableSet(chosen);
        int hours = afterRunHours.orElse(1);
        if (hours < 1 || hours > HOURS_OF_DAY) {
            throw new IllegalArgumentException("hours after a run must lie between 1 and 24");
        }
    }
}
