package freshlegs.app.plan;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days, times and paces in a plan for people. */
final class Words {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int LONGEST_IN_SECONDS = 100;
    private static final double METRES_PER_KILOMETRE = 1000;
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEE d MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    /** {@code Tue 8 Dec}. */
    static String day(LocalDate date) {
        return date.format(SHORT);
    }

    /** {@code Tue 8 December 2026}. */
    static String dayAndYear(LocalDate date) {
        return date.format(LONG);
    }

    /** {@code 20 s}, {@code 10 min}, {@code 2:30 min}. */
    static String duration(int seconds) {
        if (seconds % SECONDS_PER_MINUTE == 0) {
            return seconds / SECONDS_PER_MINUTE + " min";
        }
        return seconds < LONGEST_IN_SECONDS ? seconds + " s" : clock(seconds) + " min";
    }

    /** {@code 96 s}, {@code 2:24}. */
    static String clock(int seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / SECONDS_PER_MINUTE, seconds % SECONDS_PER_MINUTE);
    }

    /** {@code 400 m}, {@code 3 km}. */
    static String distance(int metres) {
        return metres >= 2 * METRES_PER_KILOMETRE
                ? String.format(Locale.ROOT, "%.1f km", metres / METRES_PER_KILOMETRE)
                        .replace(".0 km", " km")
                : metres + " m";
    }

    /** {@code 31.4 km}. */
    static String kilometres(int metres) {
        return String.format(Locale.ROOT, "%.1f km", metres / METRES_PER_KILOMETRE);
    }

    /** {@code 4:00-4:05}, or one of them when they are alike. */
    static String range(String lower, String upper) {
        return lower.equals(upper) ? lower : lower + "-" + upper;
    }

    /** {@code 1 run}, {@code 3 runs}. */
    static String many(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }
}
