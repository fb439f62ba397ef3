package freshlegs.streams.plan;

import freshlegs.model.fact.WeekOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The order in which the days of a week are run, Monday's place first. */
record WeekPlaces(List<DayOfWeek> order) {
    static final WeekPlaces USUAL = new WeekPlaces(WeekOrder.USUAL);

    WeekPlaces {
        order = List.copyOf(order);
    }

    /** What holds on a day: a week has the order that was stated for its Monday. */
    WeekPlaces hearing(Optional<WeekOrder> stated, LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.MONDAY
                ? this
                : stated.filter(week -> week.localDate().equals(date))
                        .map(week -> new WeekPlaces(week.days()))
                        .orElse(USUAL);
    }

    /** With the days that keep their place on it, and those on it that would have changed places with them. */
    WeekPlaces without(LocalDate monday, Predicate<LocalDate> fixed) {
        List<DayOfWeek> left = new ArrayList<>(order);
        for (DayOfWeek place : WeekOrder.USUAL) {
            if (fixed.test(dateOn(monday, place))) {
                DayOfWeek next = place;
                while (left.get(index(next)) != next) {
                    next = left.set(index(next), next);
                }
            }
        }
        return new WeekPlaces(left);
    }

    /** Which day of a usual week is run on the date. */
    DayOfWeek dayOf(LocalDate date) {
        return order.get(index(date.getDayOfWeek()));
    }

    /** The date of a week on which a day of the usual week is run. */
    LocalDate dateOf(LocalDate monday, DayOfWeek day) {
        return monday.plusDays(order.indexOf(day));
    }

    private static LocalDate dateOn(LocalDate monday, DayOfWeek day) {
        return monday.plusDays(index(day));
    }

    private static int index(DayOfWeek day) {
        return day.getValue() - 1;
    }
}
