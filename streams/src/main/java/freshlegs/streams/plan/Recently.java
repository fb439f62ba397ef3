package freshlegs.streams.plan;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Status;
import freshlegs.model.result.Prescription.Aim;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The days before the day to be planned, the last of them last, and where the athlete stands when a plan begins anew. */
record Recently(List<PlanDay> days, LocalDate planned, Optional<Standing> anew) {
    /** How many days back the plan looks; anything older is carried. */
    static final int LOOK_BACK_DAYS = 36;

    private static final int SPIKE_DAYS = 30;
    private static final int FOUR_WEEKS = 28;
    private static final int WEEK = 7;

    static Recently before(LocalDate planned, List<PlanDay> all) {
        return new Recently(
                all.subList(Math.max(0, all.size() - LOOK_BACK_DAYS), all.size()), planned, Optional.empty());
    }

    Recently standingAt(Standing standing) {
        return new Recently(days, planned, Optional.of(standing));
    }

    Status status() {
        return days.isEmpty() ? Status.UNKNOWN : last().status();
    }

    String why() {
        return days.isEmpty() ? "" : last().why();
    }

    OptionalDouble feelingChart() {
        return days.isEmpty() ? OptionalDouble.empty() : last().feelingChart();
    }

    boolean hrvOutside() {
        return !days.isEmpty() && last().hrvOutside();
    }

    /** The alert open yesterday that has this cause. */
    Optional<String> episode(AdjustmentCause cause) {
        return days.isEmpty()
                ? Optional.empty()
                : last().episodes().stream()
                        .filter(key -> key.startsWith(cause.key() + "."))
                        .findFirst();
    }

    List<String> rules() {
        return days.isEmpty() ? List.of() : last().rules();
    }

    Optional<Aim> aim() {
        return days.isEmpty() ? Optional.empty() : last().prescription().aim();
    }

    Standing standing() {
        return anew.orElseGet(() -> days.isEmpty() ? Standing.atTheFoot() : last().standing());
    }

    Course course() {
        return days.isEmpty() ? Course.NONE : last().course();
    }

    LocalDate monday() {
        return planned.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
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
        int before = days.size() - inARow(Recently::fatigued);
        return days.subList(Math.max(0, before - FOUR_WEEKS), before).stream().anyMatch(Recently::fatigued);
    }

    /** For how many days the athlete was ill last, and how many days ago that ended; empty if not within reach. */
    Optional<Illness> lastIllness() {
        int end = days.size();
        while (end > 0 && days.get(end - 1).status() != Status.ILLNESS) {
            end--;
        }
        int from = end;
        while (from > 0 && days.get(from - 1).status() == Status.ILLNESS) {
            from--;
        }
        return end == from ? Optional.empty() : Optional.of(new Illness(end - from, days.size() - end));
    }

    /** An illness of {@code days} days that ended {@code ago} days before the planned one. */
    record Illness(int days, int ago) {}

    boolean hardOn(LocalDate date) {
        return days.stream().anyMatch(day -> day.date().equals(date) && day.hard());
    }

    int longestMinutes() {
        return most(day -> day.ran().longestMinutes());
    }

    int longestMetres() {
        return most(day -> day.ran().longestMetres());
    }

    private int most(ToIntFunction<PlanDay> what) {
        LocalDate first = planned.minusDays(SPIKE_DAYS);
        return days.stream()
                .filter(day -> !day.date().isBefore(first))
                .mapToInt(what)
                .max()
                .orElse(0);
    }

    /** The metres of the fullest of the four weeks before this one; empty when none of them is known from its first day. */
    OptionalInt fullestWeekMetres() {
        return IntStream.rangeClosed(1, FOUR_WEEKS / WEEK)
                .mapToObj(weeks -> monday().minusDays((long) weeks * WEEK))
                .filter(first -> !days.isEmpty() && !days.get(0).date().isAfter(first))
                .mapToInt(first ->
                        sum(first, first.plusDays(WEEK), day -> day.ran().metres()))
                .max();
    }

    /** Of this week so far. */
    int thisWeek(ToIntFunction<PlanDay> what) {
        return sum(monday(), planned, what);
    }

    private int sum(LocalDate from, LocalDate end, ToIntFunction<PlanDay> what) {
        return days.stream()
                .filter(day -> !day.date().isBefore(from) && day.date().isBefore(end))
                .mapToInt(what)
                .sum();
    }

    /** Of all running of the last four weeks, in metres a second. */
    OptionalDouble meanSpeed() {
        LocalDate first = planned.minusDays(FOUR_WEEKS);
        int metres = sum(first, planned, day -> day.ran().metres());
        int seconds = sum(first, planned, day -> day.ran().seconds());
        return seconds > 0 && metres > 0 ? OptionalDouble.of(metres / (double) seconds) : OptionalDouble.empty();
    }

    /** Days since the last run, at most as many as are looked back. */
    int daysWithoutRun() {
        int without = 0;
        while (without < days.size()
                && days.get(days.size() - 1 - without).ran().runs() == 0) {
            without++;
        }
        return without;
    }

    private int inARow(Predicate<PlanDay> which) {
        int row = 0;
        while (row < days.size() && which.test(days.get(days.size() - 1 - row))) {
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

    Optional<PlanDay> on(LocalDate date) {
        int back = (int) (planned.toEpochDay() - date.toEpochDay());
        return back >= 1 && back <= days.size() ? Optional.of(days.get(days.size() - back)) : Optional.empty();
    }

    static boolean fatigued(PlanDay day) {
        return day.status() == Status.AMBER || day.status() == Status.RED;
    }

    private PlanDay last() {
        return days.get(days.size() - 1);
    }
}
