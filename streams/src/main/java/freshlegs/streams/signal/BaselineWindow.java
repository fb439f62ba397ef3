package freshlegs.streams.signal;

import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The days that today is compared with, as published 49 to 8 days before {@code asOf}, so that what is building up now does not hide
 * itself. {@code asOf} is today, or the first day of an alert for as long as baselines are frozen; a baseline that was
 * restarted takes no day before {@code restartedOn}; {@code unsound} days were spent in an alert. Days are counted from 1970.
 */
public final class BaselineWindow {

    private static final int SEASON_DAYS_BACK = 84;

    private final long asOf;
    private final long restartedOn;
    private final int firstDayBack;
    private final int lastDayBack;
    private final int spreadFirstDayBack;
    private final BitSet unsoundDaysBack = new BitSet();

    public BaselineWindow(LocalDate asOf, Optional<LocalDate> restartedOn, Collection<LocalDate> unsound, Rules rules) {
        this.asOf = asOf.toEpochDay();
        this.firstDayBack = rules.count(Threshold.BASELINE_FIRST_DAY);
        this.lastDayBack = rules.count(Threshold.BASELINE_LAST_DAY);
        this.spreadFirstDayBack = rules.count(Threshold.BASELINE_SPREAD_FIRST_DAY);
        this.restartedOn = restartedOn.isPresent() ? restartedOn.get().toEpochDay() : Long.MIN_VALUE;
        for (LocalDate day : unsound) {
            long back = this.asOf - day.toEpochDay();
            if (back >= lastDayBack && back <= SEASON_DAYS_BACK) {
                unsoundDaysBack.set((int) back);
            }
        }
    }

    public static BaselineWindow endingBefore(LocalDate today, Rules rules) {
        return new BaselineWindow(today, Optional.empty(), List.of(), rules);
    }

    /** Whether the day belongs to the days of the baseline. */
    boolean holds(long day) {
        return day >= first() && day <= last();
    }

    /** The first of the days of the baseline. */
    long first() {
        return Math.max(restartedOn, asOf - firstDayBack);
    }

    /** The first day that tells how widely the athlete's days are spread, which changes less than what is usual. */
    long firstForSpread() {
        return Math.max(restartedOn, asOf - spreadFirstDayBack);
    }

    /** The first day that may tell how the athlete's days of the week differ. */
    long firstForWeekdays() {
        return Math.max(restartedOn, asOf - SEASON_DAYS_BACK);
    }

    long last() {
        return asOf - lastDayBack;
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
