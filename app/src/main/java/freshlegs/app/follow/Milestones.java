package freshlegs.app.follow;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** The days that a season goes by: six weeks of easy running, the plan's first Monday, its race on the 20th Saturday, three weeks. */
public record Milestones(LocalDate first, LocalDate baseline, LocalDate plan, LocalDate race, LocalDate last) {
    private static final int BASE_DAYS = 42;
    private static final int RACE_DAY = 19 * 7 + 5;
    private static final int LAST_DAY = 22 * 7 + 6;

    /** The latest whose last day, a Sunday, is not after this one. */
    public static Milestones until(LocalDate lastDay) {
        LocalDate plan = lastDay.minusDays(LAST_DAY).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Milestones(
                plan.minusDays(BASE_DAYS), plan.minusDays(2), plan, plan.plusDays(RACE_DAY), plan.plusDays(LAST_DAY));
    }

    /** 0 on the plan's first day, negative before it. */
    int planDay(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(plan, date);
    }
}
