package freshlegs.streams.signal;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The days that today is compared with: 49 to 8 days before {@code asOf}, so that what is building up now does not hide
 * itself. {@code asOf} is today, or the first day of an alert for as long as baselines are frozen; a baseline that was
 * restarted takes no day before {@code restartedOn}; {@code unsound} days were spent in an alert. Days are counted from 1970.
 */
public final class BaselineWindow {

    public static final int FIRST_DAY_BACK = 49;
    public static final int LAST_DAY_BACK = 8;
    static final int SEASON_DAYS_BACK = 84;

    private final long asOf;
    private final long restartedOn;
    private final BitSet unsoundDaysBack = new BitSet();

    public BaselineWindow(LocalDate asOf, Optional<LocalDate> restartedOn, Collection<LocalDate> unsound) {
        this.asOf = asOf.toEpochDay();
        this.restartedOn = restartedOn.isPresent() ? restartedOn.get().toEpochDay() : Long.MIN_VALUE;
        for (LocalDate day : unsound) {
            long back = this.asOf - day.toEpochDay();
            if (back >= LAST_DAY_BACK && back <= SEASON_DAYS_BACK) {
                unsoundDaysBack.set((int) back);
            }
        }
    }

    public static BaselineWindow endingBefore(LocalDate today) {
        return new BaselineWindow(today, Optional.empty(), List.of());
    }

    /** Whether the day belongs to the 42 days of the baseline. */
    boolean holds(long day) {
        return day >= first() && day <= last();
    }

    /** The first of the 42 days of the baseline. */
    long first() {
        return Math.max(restartedOn, asOf - FIRST_DAY_BACK);
    }

    /** The first day that may tell how the athlete's days of the week differ. */
    long firstForWeekdays() {
        return Math.max(restartedOn, asOf - SEASON_DAYS_BACK);
    }

    long last() {
        return asOf - LAST_DAY_BACK;
    }

    boolean isOldEnough(LocalDate day) {
        return day.toEpochDay() <= last();
    }

    boolean isSoundThroughout() {
        return unsoundDaysBack.isEmpty();
    }

    /** Whether a day of the window was not spent in an alert. */
    boolean isSound(long day) {
        return !unsoundDaysBack.get((int) (asOf - day));
    }
}
