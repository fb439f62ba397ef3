package freshlegs.streams.signal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The days that today is compared with: 49 to 8 days before {@code asOf}, so that what is building up now does not hide
 * itself. {@code asOf} is today, or the first day of an alert for as long as baselines are frozen; a baseline that was
 * restarted takes no day before {@code restartedOn}; {@code unsound} days were spent in an alert.
 */
public record BaselineWindow(LocalDate asOf, Optional<LocalDate> restartedOn, Set<LocalDate> unsound) {

    public static final int FIRST_DAY_BACK = 49;
    public static final int LAST_DAY_BACK = 8;
    static final int SEASON_DAYS_BACK = 84;

    public static BaselineWindow endingBefore(LocalDate today) {
        return new BaselineWindow(today, Optional.empty(), Set.of());
    }

    /** Whether the day belongs to the 42 days of the baseline. */
    public boolean holds(LocalDate day) {
        return isWithin(day, FIRST_DAY_BACK);
    }

    /** Whether the day may tell how the athlete's days of the week differ. */
    boolean holdsForWeekdays(LocalDate day) {
        return isWithin(day, SEASON_DAYS_BACK);
    }

    boolean isOldEnough(LocalDate day) {
        return asOf.toEpochDay() - day.toEpochDay() >= LAST_DAY_BACK;
    }

    private boolean isWithin(LocalDate day, int daysBack) {
        return isOldEnough(day)
                && asOf.toEpochDay() - day.toEpochDay() <= daysBack
                && restartedOn.map(first -> !day.isBefore(first)).orElse(true);
    }
}
