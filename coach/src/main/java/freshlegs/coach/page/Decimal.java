package freshlegs.coach.page;

import java.util.Locale;

/**
 * A number with so many decimals, halves rounded away from nought, with a real minus sign and none before a nought: what
 * {@link String#format} says, some ten times as fast, since a board of a large squad holds thousands of them.
 */
final class Decimal {
    private static final double[] POWERS = {1, 10, 100};
    private static final double MOST = 1e9;
    /** So near to a half the product may have been rounded over it. */
    private static final double NEAR_HALF = 1e-6;

    private Decimal() {}

    /** With a plus sign too, where {@code plus}. */
    static String text(int decimals, double number, boolean plus) {
        double size = Math.abs(number);
        if (decimals >= POWERS.length || !(size < MOST)) {
            return format(decimals, number, plus);
        }
        double scaled = size * POWERS[decimals];
        long whole = (long) scaled;
        double rest = scaled - whole;
        if (Math.abs(rest - 0.5) < NEAR_HALF) {
            return format(decimals, number, plus);
        }
        return text(decimals, rest < 0.5 ? whole : whole + 1, Double.doubleToRawLongBits(number) < 0, plus);
    }

    private static String text(int decimals, long units, boolean negative, boolean plus) {
        StringBuilder text = new StringBuilder(12);
        if (negative) {
            text.append(units == 0 ? "" : "−");
        } else if (plus) {
            text.append('+');
        }
        long power = (long) POWERS[decimals];
        text.append(units / power);
        if (decimals > 0) {
            text.append('.');
            for (long part = power / 10; part > 0; part /= 10) {
                text.append((char) ('0' + units / part % 10));
            }
        }
        return text.toString();
    }

    /** The same, for any number. */
    static String format(int decimals, double number, boolean plus) {
        String text = String.format(Locale.ROOT, (plus ? "%+." : "%.") + decimals + "f", number);
        boolean nought = text.startsWith("-") && text.chars().noneMatch(letter -> letter >= '1' && letter <= '9');
        return nought && Double.isFinite(number) ? text.substring(1) : text.replace('-', '−');
    }
}
