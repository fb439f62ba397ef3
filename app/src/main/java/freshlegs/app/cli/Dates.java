package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Days as the command line names them. */
final class Dates {
    private Dates() {}

    static Optional<LocalDate> parse(String option, Optional<String> text) {
        return text.map(given -> parse(option, given));
    }

    /** Where the command is given; the athlete's own zone is not known before the database is. */
    static LocalDate today(Shell shell, Settings settings) {
        return LocalDate.ofInstant(shell.clock().instant(), settings.get(Catalogue.ZONE));
    }

    private static LocalDate parse(String option, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.wrongUse(option + " must be a day such as 2026-11-24, not \"" + text + "\".");
        }
    }
}
