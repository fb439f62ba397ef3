package freshlegs.coach.page;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people read them; what is absent is a dash. */
public final class Numbers {
    static final String NONE = "–";
    private static final Pattern NOUGHT = Pattern.compile("-0(\\.0+)?");

    private Numbers() {}

    public static String whole(OptionalDouble number) {
        return number.isPresent() ? whole(number.getAsDouble()) : NONE;
    }

    public static String whole(double number) {
        return withMinus(String.format(Locale.ROOT, "%.0f", number));
    }

    public static String one(OptionalDouble number) {
        return number.isPresent() ? one(number.getAsDouble()) : NONE;
    }

    public static String one(double number) {
        return withMinus(String.format(Locale.ROOT, "%.1f", number));
    }

    public static String signed(OptionalDouble number) {
        return number.isPresent() ? withMinus(String.format(Locale.ROOT, "%+.1f", number.getAsDouble())) : NONE;
    }

    static String signedTwo(OptionalDouble number) {
        return number.isPresent() ? withMinus(String.format(Locale.ROOT, "%+.2f", number.getAsDouble())) : NONE;
    }

    static String two(double number) {
        return with(2, number);
    }

    static String with(int decimals, double number) {
        return withMinus(String.format(Locale.ROOT, "%." + decimals + "f", number));
    }

    /** With as many places as it was given, two at most, and none after a whole number. */
    static String plain(double number) {
        String text = two(number);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    static String minutes(int minutes) {
        return minutes + " min";
    }

    /** Minutes and seconds, with hours where there are some: {@code 22:30}, {@code 3:15:00}. */
    static String clock(int seconds) {
        int hours = seconds / 3600;
        String rest =
                String.format(Locale.ROOT, hours == 0 ? "%d:%02d" : "%02d:%02d", seconds % 3600 / 60, seconds % 60);
        return hours == 0 ? rest : hours + ":" + rest;
    }

    /** A real minus sign, and no minus before a nought. */
    private static String withMinus(String number) {
        String text = NOUGHT.matcher(number).matches() ? number.substring(1) : number;
        return text.replace('-', '−');
    }
}
