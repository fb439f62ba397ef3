package freshlegs.streams.alert;

import freshlegs.model.Rounding;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.result.Domain;
import freshlegs.streams.signal.Item;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Says numbers in plain words; it suspects and never diagnoses. */
final class Wording {
    private Wording() {}

    /** A voting domain: what is seen, what is usual, for how long. */
    static String evidence(Domain domain, List<Item> worse) {
        double usual = domain.baseline().orElse(0);
        return switch (domain.name()) {
            case SUBJECTIVE -> words(worse) + " worse than usual" + forDays(domain.days());
            case RESTING_HEART_RATE -> against("resting heart rate", domain, "bpm") + forDays(domain.days());
            case HRV -> against("HRV", domain, "ms") + forDays(domain.days());
            case EXERCISE_HEART_RATE ->
                "heart rate at pace " + Math.round(level(domain) - usual) + " bpm above expected"
                        + times(domain.days(), "run");
            case PERFORMANCE ->
                (domain.days() > 1
                                ? "last " + domain.days() + " key sessions slow, the latest by "
                                : "key session slower than usual by ")
                        + oneDecimal(domain.value().orElse(0)) + " %";
            case DISSOCIATION -> low(domain) + forDays(domain.days());
        };
    }

    /** A domain that turns a key and does not vote by itself; a heart marker may do so by being calmer than usual. */
    static String leaning(Domain domain) {
        String how = domain.chart() < 0 ? " calmer than usual" : " somewhat worse than usual";
        return switch (domain.name()) {
            case SUBJECTIVE -> "check-ins" + how;
            case RESTING_HEART_RATE, HRV -> plain(domain) + how;
            case EXERCISE_HEART_RATE -> "heart rate at pace" + how;
            case PERFORMANCE -> "the last key sessions somewhat slow";
            case DISSOCIATION -> "";
        };
    }

    /** Any domain that is known, without judgement. */
    static String plain(Domain domain) {
        return switch (domain.name()) {
            case SUBJECTIVE -> "check-ins as usual";
            case RESTING_HEART_RATE -> against("resting heart rate", domain, "bpm");
            case HRV -> against("HRV", domain, "ms");
            case EXERCISE_HEART_RATE -> "heart rate at pace as expected";
            case PERFORMANCE -> "key sessions as usual";
            case DISSOCIATION -> "";
        };
    }

    private static String against(String what, Domain domain, String unit) {
        return what + " " + Math.round(level(domain)) + " " + unit + ", usually "
                + Math.round(domain.baseline().orElse(0)) + ",";
    }

    private static String low(Domain domain) {
        return switch (domain.unit()) {
            case "bpm" ->
                "resting heart rate lower than usual (" + Math.round(level(domain)) + " bpm, usually "
                        + Math.round(domain.baseline().orElse(0)) + ")";
            case "ms" ->
                "HRV higher than usual (" + Math.round(level(domain)) + " ms, usually "
                        + Math.round(domain.baseline().orElse(0)) + ")";
            default ->
                "heart rate at pace "
                        + Math.round(domain.baseline().orElse(0) - level(domain))
                        + " bpm lower than expected";
        };
    }

    /** Where the chart stands, in the domain's own unit: a smoothed value, since one day's alone is noise. */
    private static double level(Domain domain) {
        double usual = domain.baseline().orElse(0);
        double spread = domain.spread().orElse(0);
        return domain.unit().equals("ms") && usual > 0
                ? usual * Math.exp(-domain.chart() * spread / usual)
                : usual + domain.chart() * spread;
    }

    static String words(Collection<Item> items) {
        return items.isEmpty()
                ? "check-ins"
                : joined(items.stream().map(Item::word).toList());
    }

    static String symptoms(Collection<Symptom> symptoms) {
        return joined(symptoms.stream()
                .map(symptom -> symptom == Symptom.NOT_WELL_ENOUGH
                        ? "not feeling well enough"
                        : symptom.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList());
    }

    static String joined(List<String> words) {
        if (words.size() < 2) {
            return String.join("", words);
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.get(words.size() - 1);
    }

    static String sentence(List<String> parts) {
        String whole = listed(parts.stream().filter(part -> !part.isEmpty()).toList());
        return whole.isEmpty() ? "" : whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1) + ".";
    }

    /** With semicolons between the parts, and no comma before one or at the end. */
    static String listed(List<String> parts) {
        String text = String.join("; ", parts).replace(",;", ";");
        return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
    }

    static String oneDecimal(double number) {
        return Double.toString(Rounding.to(1, number));
    }

    static String twoDecimals(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String forDays(int days) {
        return days <= 1 ? " today" : " for " + days + " days";
    }

    private static String times(int count, String what) {
        return count <= 1 ? "" : " in the last " + count + " " + what + "s";
    }
}
