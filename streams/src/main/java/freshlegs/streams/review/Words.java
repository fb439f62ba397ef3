package freshlegs.streams.review;

import freshlegs.model.Rounding;
import freshlegs.model.result.WeekReview.Quantity;
import java.util.List;
import java.util.Locale;

/** Numbers and lists as people say them. */
final class Words {
    private static final double WHOLE_FROM = 10;

    private Words() {}

    static String name(Quantity quantity) {
        return switch (quantity) {
            case RUNNING_MINUTES -> "time running";
            case EFFORT -> "effort of runs";
            case QUALITY -> "quality of runs";
            case HRV -> "HRV";
            case FEELING -> "check-ins";
            default -> quantity.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    static List<String> names(List<Quantity> quantities) {
        return quantities.stream().map(Words::name).toList();
    }

    /** Whole from ten on, else with one place where there is one. */
    static String number(double number) {
        double rounded = Rounding.to(Math.abs(number) >= WHOLE_FROM ? 0 : 1, number);
        return rounded == Math.rint(rounded) ? Long.toString(Math.round(rounded)) : Double.toString(rounded);
    }

    static String counted(double number, String one, String many) {
        String text = number(number);
        return text + " " + (text.equals("1") ? one : many);
    }

    static String joined(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
