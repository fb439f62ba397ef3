package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Weeks as the command line names them, by ISO 8601: {@code 2026-W12}. */
final class Weeks {
    private Weeks() {}

    /** The week's Monday. */
    static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        } catch (DateTimeParseException e) {
            throw Problem.wrongUse("--week must be a week such as 2026-W12, not \"" + text + "\".");
        }
    }

    static String said(LocalDate monday) {
        return String.format(
                Locale.ROOT,
                "%d-W%02d, %s to %s",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                monday,
                monday.plusDays(6));
    }
}
