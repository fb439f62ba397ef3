package freshlegs.app.world;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** How numbers and names stand in the tables: plain decimals without needless zeros, names in lower case with hyphens. */
final class Plain {
    private static final double LARGEST_EXACT = 1e15;

    private Plain() {}

    static String of(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_EXACT
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static String of(OptionalDouble number) {
        return number.isPresent() ? of(number.getAsDouble()) : "";
    }

    static String of(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String list(Enum<?>[] all) {
        return Arrays.stream(all).map(Plain::of).collect(Collectors.joining(", "));
    }
}
