package freshlegs.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;

/** Published precision: state is rounded to it, so that equal facts give equal bytes. */
public final class Rounding {
    private static final double[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final double LARGEST_SCALED = 1e9;
    private static final double NEAR_A_TIE = 1e-6;

    private Rounding() {}

    /** Half-up to {@code decimals} places of the shortest decimal form of {@code number}; zero is never negative. */
    public static double to(int decimals, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("not a finite number: " + number);
        }
        if (decimals >= 0 && decimals < POWERS.length) {
            double scaled = number * POWERS[decimals];
            double nearest = Math.rint(scaled);
            double toTie = Math.abs(0.5 - Math.abs(scaled - nearest));
            if (Math.abs(scaled) < LARGEST_SCALED && toTie > NEAR_A_TIE) {
                return nearest / POWERS[decimals] + 0.0;
            }
        }
        return exactly(decimals, number);
    }

    public static OptionalDouble to(int decimals, OptionalDouble number) {
        return number.isPresent() ? OptionalDouble.of(to(decimals, number.getAsDouble())) : OptionalDouble.empty();
    }

    /** The definition, and the slow way: for ties, where binary and decimal fractions part, and for huge numbers. */
    static double exactly(int decimals, double number) {
        return BigDecimal.valueOf(number)
                        .setScale(decimals, RoundingMode.HALF_UP)
                        .doubleValue()
                + 0.0;
    }
}
