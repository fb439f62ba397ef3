package freshlegs.coach.page;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people read them; what is absent is a dash. */
public final class Numbers {
    static final String NONE = "–";

    private Numbers() {}

    public static String whole(OptionalDouble number) {
        return number.isPresent() ? whole(number.getAsDouble()) : NONE;
    }

    public static String whole(double number) {
        return Decimal.text(0, number, false);
    }

    public static String one(OptionalDouble number) {
        return number.isPresent() ? one(number.getAsDouble()) : NONE;
    }

    public static String one(double number) {
        return Decimal.text(1, number, false);
    }

    public static String signed(OptionalDouble number) {
        return number.isPresent() ? Decimal.text(1, number.getAsDouble(), true) : NONE;
    }

    static String signedTwo(OptionalDouble number) {
        return number.isPresent() ? Decimal.text(2, number.getAsDouble(), true) : NONE;
    }

    static String two(double number) {
        return with(2, number);
    }

    static String with(int decimals, double number) {
        return Decimal.text(decimals, number, false);
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
}
