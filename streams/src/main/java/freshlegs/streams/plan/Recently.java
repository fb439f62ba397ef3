package freshlegs.streams.plan;

import freshlegs.model.Status;
import freshlegs.model.result.Prescription.Aim;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The days before the day to be planned, the last of them last; its state is held for every day planned from here. */
record Recently(List<PlanDay> days, LocalDate planned) {
    private static final int SPIKE_DAYS = 30;
    private static final double SPIKE = 1.10;
    private static final int LEAST_LONG_MINUTES = 40;
    private static final int MOST_LONG_MINUTES = 120;
    private static final int FOUR_WEEKS = 28;

    Status status() {
        return days.isEmpty() ? Status.UNKNOWN : last().status();
    }

    String why() {
        return days.isEmpty() ? "" : last().why();
    }

    OptionalDouble feelingChart() {
        return days.isEmpty() ? OptionalDouble.empty() : last().feelingChart();
    }

    Optional<Aim> aim() {
        return days.isEmpty() ? Optional.empty() : last().prescription().aim();
    }

    Standing standing() {
        return days.isEmpty() ? Standing.atTheFoot() : last().standing();
    }

    /** Days in a row, up to the day before the planned one, under a fatigue warning. */
    int alertDays() {
        return inARow(Recently::fatigued);
    }

    int redDays() {
        return inARow(day -> day.status() == Status.RED);
    }

    /** Whether another warning had cleared within the 28 days before this one. */
    boolean secondAlertInFourWeeks() {
        int before = days.size() - alertDaysIn(days);
        return days.subList(Math.max(0, before - FOUR_WEEKS), before).stream().anyMatch(Recently::fatigued);
    }

    boolean alertWithinThreeDays() {
        return within(3, day -> day.status().isAlert());
    }

    boolean hardWithinTwoDays() {
        return within(2, PlanDay::hard);
    }

    /** A tenth more than the longest run of the last 30 days, within reason. */
    int longMinutes() {
        LocalDate first = planned.minusDays(SPIKE_DAYS);
        int longest = 0;
        for (PlanDay day : days) {
            longest = day.date().isBefore(first) ? longest : Math.max(longest, day.longestRunMinutes());
        }
        int allowed = (int) (SPIKE * longest) / 5 * 5;
        return Math.max(LEAST_LONG_MINUTES, Math.min(allowed, MOST_LONG_MINUTES));
    }

    private int inARow(Predicate<PlanDay> which) {
        int row = 0;
        for (int i = days.size() - 1; i >= 0 && which.test(days.get(i)); i--) {
            row++;
        }
        return row == 0 ? 0 : row + (int) (planned.toEpochDay() - last().date().toEpochDay()) - 1;
    }

    private static int alertDaysIn(List<PlanDay> days) {
        int row = 0;
        while (row < days.size() && fatigued(days.get(days.size() - 1 - row))) {
            row++;
        }
        return row;
    }

    /** Whether one of the {@code daysBefore} days before the planned one is so. */
    boolean within(int daysBefore, Predicate<PlanDay> which) {
        LocalDate first = planned.minusDays(daysBefore);
        for (int i = days.size() - 1; i >= 0 && !days.get(i).date().isBefore(first); i--) {
            if (which.test(days.get(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean fatigued(PlanDay day) {
        return day.status() == Status.AMBER || day.status() == Status.RED;
    }

    private PlanDay last() {
        return days.get(days.size() - 1);
    }
}
