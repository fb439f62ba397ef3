package freshlegs.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Published precision: state is rounded to it, so that equal facts give equal bytes. */
public final class Rounding {
    private Rounding() {}

    /** Half-up to {@code decimals} places of the shortest decimal form of {@code number}; zero is never negative. */
    public static double to(int decimals, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + number);
        }
        return BigDecimal.valueOf(number)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                + 0.0;
    }

    public static OptionalDouble to(int decimals, OptionalDouble number) {
        return number.isPresent() ? OptionalDouble.of(to(decimals, number.getAsDouble())) : OptionalDouble.empty();
    }
}
