package freshlegs.ingest.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** Numbers and times as these files spell them; what is misspelled is missing. */
final class Texts {
    private static final long EARLIEST = Instant.parse("1970-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").getEpochSecond();

    private Texts() {}

    static double number(String text) {
        try {
            double number = text.isEmpty() ? Double.NaN : Double.parseDouble(text.strip());
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Seconds since 1970; a time without a zone is meant as UTC. */
    static OptionalLong seconds(String text) {
        String time = text.strip();
        try {
            long seconds = hasZone(time)
                    ? OffsetDateTime.parse(time).toEpochSecond()
                    : LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
            return seconds >= EARLIEST && seconds < LATEST ? OptionalLong.of(seconds) : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean hasZone(String time) {
        int clock = time.indexOf('T');
        return time.endsWith("Z") || (clock >= 0 && (time.indexOf('+', clock) > 0 || time.indexOf('-', clock) > 0));
    }
}
