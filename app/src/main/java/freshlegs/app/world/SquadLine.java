package freshlegs.app.world;

import freshlegs.app.problem.Problem;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** One line of a table, its cells by the names of their columns; what is wrong with a cell names file, line and column. */
record SquadLine(String file, int number, Map<String, Integer> columns, List<String> cells) {

    String needed(String column) {
        return text(column).orElseThrow(() -> wrong(column, "must not be empty"));
    }

    /** Empty when the column is not there either. */
    Optional<String> text(String column) {
        Integer place = columns.get(column);
        return place == null || place >= cells.size() || cells.get(place).isEmpty()
                ? Optional.empty()
                : Optional.of(cells.get(place));
    }

    double neededNumber(String column, double lowest, double highest) {
        return number(column, needed(column), lowest, highest);
    }

    OptionalDouble number(String column, double lowest, double highest) {
        Optional<String> text = text(column);
        return text.isPresent()
                ? OptionalDouble.of(number(column, text.get(), lowest, highest))
                : OptionalDouble.empty();
    }

    OptionalInt whole(String column, int lowest, int highest) {
        OptionalDouble number = number(column, lowest, highest);
        if (number.isPresent() && number.getAsDouble() != Math.rint(number.getAsDouble())) {
            throw wrong(column, "must be a whole number");
        }
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    double number(String column, String text, double lowest, double highest) {
        double number = parsed(text);
        if (number >= lowest && number <= highest) {
            return number;
        }
        throw wrong(column, "must be a number from " + Plain.of(lowest) + " to " + Plain.of(highest));
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A day, a time or a zone, by its own reader. */
    <T> T time(String column, Function<String, T> reader, String example) {
        try {
            return reader.apply(needed(column));
        } catch (DateTimeException e) {
            throw wrong(column, "must be written like " + example);
        }
    }

    <E extends Enum<E>> E oneOf(String column, E[] all) {
        return oneOf(column, needed(column), all);
    }

    <E extends Enum<E>> E oneOf(String column, String text, E[] all) {
        String wanted = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E one : all) {
            if (one.name().equals(wanted)) {
                return one;
            }
        }
        throw wrong(column, "must be one of " + Plain.list(all));
    }

    Problem wrong(String column, String what) {
        return Problem.failed(file + ", line " + number + ", column " + column + ": " + what + ".");
    }
}
