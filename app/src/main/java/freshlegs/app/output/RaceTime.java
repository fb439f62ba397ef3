package freshlegs.app.output;

import freshlegs.app.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time of a race as people write it, {@code 18:30} or {@code 3:15:00}. */
public final class RaceTime {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):([0-5]\\d)");
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    private RaceTime() {}

    /** {@code what} names what the text is, for the sentence that says what is wrong with it. */
    public static int seconds(String what, String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Problem.wrongUse(what + " must be a time such as 18:30 or 3:15:00, not \"" + text + "\".");
        }
        int hours = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        return hours * SECONDS_PER_HOUR
                + Integer.parseInt(parts.group(2)) * SECONDS_PER_MINUTE
                + Integer.parseInt(parts.group(3));
    }

    public static String text(int seconds) {
        int minutes = seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
        return seconds < SECONDS_PER_HOUR
                ? String.format("%d:%02d", minutes, seconds % SECONDS_PER_MINUTE)
                : String.format("%d:%02d:%02d", seconds / SECONDS_PER_HOUR, minutes, seconds % SECONDS_PER_MINUTE);
    }
}
