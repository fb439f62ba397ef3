package freshlegs.ingest;

import freshlegs.model.fact.CheckIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One row of a check-in table, cell by cell; what cannot be understood names its line and column. */
record CheckInRow(int line, Map<String, String> cells) {

    /** A cell that cannot be understood. */
    static final class Misread extends RuntimeException {
        private static final long serialVersionUID = 1;

        Misread(String message) {
            super(message, null, false, false);
        }
    }

    String text(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    boolean has(String column) {
        return !text(column).isEmpty();
    }

    Misread misread(String column, String problem) {
        return new Misread("line " + line + ", column " + column + ": " + problem);
    }

    LocalDate date(String column) {
        if (!has(column)) {
            throw misread(column, "a date is needed, such as 2026-05-31");
        }
        return read(column, LocalDate::parse, "a date such as 2026-05-31");
    }

    Optional<Instant> instant(String column) {
        return has(column)
                ? Optional.of(read(column, Instant::parse, "a time such as 2026-05-31T06:15:00Z"))
                : Optional.empty();
    }

    OptionalInt whole(String column, int lowest, int highest) {
        if (!has(column)) {
            return OptionalInt.empty();
        }
        String range = "a whole number from " + lowest + " to " + highest;
        int number = read(column, Integer::valueOf, range);
        if (number < lowest || number > highest) {
            throw misread(column, "needs " + range);
        }
        return OptionalInt.of(number);
    }

    OptionalDouble number(String column, int lowest, int highest) {
        if (!has(column)) {
            return OptionalDouble.empty();
        }
        String range = "a number from " + lowest + " to " + highest;
        double number = read(column, Double::valueOf, range);
        if (!(number >= lowest && number <= highest)) {
            throw misread(column, "needs " + range);
        }
        return OptionalDouble.of(number);
    }

    Optional<Boolean> yesOrNo(String column) {
        if (!has(column)) {
            return Optional.empty();
        }
        return switch (text(column).toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw misread(column, "needs true or false");
        };
    }

    <E extends Enum<E>> Optional<E> word(String column, Class<E> words) {
        return has(column) ? Optional.of(word(column, text(column), words)) : Optional.empty();
    }

    Set<CheckIn.Symptom> symptoms(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> word(column, word, CheckIn.Symptom.class))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String spelled(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <E extends Enum<E>> E word(String column, String given, Class<E> words) {
        E[] all = words.getEnumConstants();
        return Arrays.stream(all)
                .filter(word -> spelled(word).equals(given.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> misread(
                        column,
                        "needs one of "
                                + Arrays.stream(all).map(CheckInRow::spelled).collect(Collectors.joining(", "))));
    }

    private <T> T read(String column, Function<String, T> parser, String needed) {
        try {
            return parser.apply(text(column));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw misread(column, "needs " + needed);
        }
    }
}
