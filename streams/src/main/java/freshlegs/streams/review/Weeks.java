package freshlegs.streams.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of the week that ends with {@code sunday}, and those of the eight weeks before it, as far as the season reaches. Four of
 * them show what is usual; the others stand in for days under an alert, which do not: {@code sound} are the last 28 that were not.
 */
record Weeks(LocalDate sunday, List<ReviewedDay> current, List<ReviewedDay> before, List<ReviewedDay> sound) {
    static final int DAYS = 7;
    static final int LOOK_BACK = 8;
    private static final int USUAL_DAYS = 4 * DAYS;

    /** {@code days} are oldest first, without gaps, and end with the Sunday. */
    static Weeks of(List<ReviewedDay> days) {
        int monday = Math.max(0, days.size() - DAYS);
        int first = Math.max(0, monday - LOOK_BACK * DAYS);
        List<ReviewedDay> before = days.subList(first, monday);
        return new Weeks(days.get(days.size() - 1).date(), days.subList(monday, days.size()), before, sound(before));
    }

    LocalDate monday() {
        return sunday.minusDays(DAYS - 1L);
    }

    /** Days of the week that were not heard of; those before the season's first are among them. */
    int missingDays() {
        return DAYS - (int) current.stream().filter(ReviewedDay::isHeardOf).count();
    }

    /** The four weeks before. */
    List<ReviewedDay> lastFour() {
        return before.subList(Math.max(0, before.size() - USUAL_DAYS), before.size());
    }

    private static List<ReviewedDay> sound(List<ReviewedDay> before) {
        List<ReviewedDay> sound =
                before.stream().filter(day -> !day.status().status().isAlert()).toList();
        return sound.subList(Math.max(0, sound.size() - USUAL_DAYS), sound.size());
    }

    /** Those of the four weeks before of which every day was heard of, the latest first. */
    List<List<ReviewedDay>> wholeBefore() {
        List<ReviewedDay> days = lastFour();
        List<List<ReviewedDay>> whole = new ArrayList<>();
        for (int end = days.size(); end >= DAYS; end -= DAYS) {
            List<ReviewedDay> week = days.subList(end - DAYS, end);
            if (week.stream().allMatch(ReviewedDay::isHeardOf)) {
                whole.add(week);
            }
        }
        return whole;
    }
}
