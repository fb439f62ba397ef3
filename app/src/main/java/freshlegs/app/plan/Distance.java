package freshlegs.app.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far something is, as people write it: {@code 5K}, {@code half}, {@code 1500m} or plainly {@code 5000}. */
public final class Distance {
    public static final String FORMS = "such as 5K, 10K, half, marathon, 1500m or 5000 (metres)";

    private static final int HALF_MARATHON = 21_098;
    private static final int MARATHON = 42_195;
    private static final int METRES_PER_KILOMETRE = 1000;
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?) ?(k|km)|(\\d{1,6}) ?m?");
    private static final Map<String, Integer> NAMED = Map.of(
            "half", HALF_MARATHON,
            "half marathon", HALF_MARATHON,
            "half-marathon", HALF_MARATHON,
            "marathon", MARATHON);

    private Distance() {}

    /** In metres; empty when it is not written in one of these ways. */
    public static Optional<Integer> metres(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(words);
        if (!number.matches()) {
            return Optional.ofNullable(NAMED.get(words));
        }
        return Optional.of(
                number.group(1) == null
                        ? Integer.parseInt(number.group(3))
                        : (int) Math.round(Double.parseDouble(number.group(1)) * METRES_PER_KILOMETRE));
    }

    /** {@code 5K}, {@code half marathon}, {@code 1500 m}. */
    public static String text(int metres) {
        if (metres == MARATHON) {
            return "marathon";
        }
        if (Math.abs(metres - HALF_MARATHON) <= 1) {
            return "half marathon";
        }
        return metres >= 2 * METRES_PER_KILOMETRE && metres % METRES_PER_KILOMETRE == 0
                ? metres / METRES_PER_KILOMETRE + "K"
                : metres + " m";
    }
}
