package freshlegs.streams.season;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The day in a fact's name, {@code 2026-03-02} or {@code 20260302T063000Z-running}, when there is one. */
final class DayInName {
    private static final Pattern DATED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final Pattern STARTED = Pattern.compile("\\d{8}T.*");

    private DayInName() {}

    static Optional<LocalDate> of(String factId) {
        try {
            if (DATED.matcher(factId).matches()) {
                return Optional.of(LocalDate.parse(factId.substring(0, 10)));
            }
            return STARTED.matcher(factId).matches()
                    ? Optional.of(LocalDate.parse(factId.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
