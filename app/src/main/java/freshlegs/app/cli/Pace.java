package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pace as people write it, {@code 4:05} per kilometre. */
final class Pace {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):([0-5]\\d)");
    private static final int SECONDS_PER_MINUTE = 60;

    private Pace() {}

    static int secondsPerKilometre(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw Problem.wrongUse(
                    "A pace is written as minutes and seconds per kilometre, such as 4:05, not \"" + text + "\".");
        }
        return Integer.parseInt(parts.group(1)) * SECONDS_PER_MINUTE + Integer.parseInt(parts.group(2));
    }
}
