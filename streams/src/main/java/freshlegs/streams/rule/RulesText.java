package freshlegs.streams.rule;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Changed thresholds as text: {@code key = value} in each line, blank lines and those that begin with {@code #} left out. What is not
 * named is as published.
 */
public final class RulesText {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    private final String origin;
    private final Map<Threshold, Double> changes = new EnumMap<>(Threshold.class);

    private RulesText(String origin) {
        this.origin = origin;
    }

    /** {@code origin} is what an error calls the text. */
    public static Rules read(String text, String origin) {
        RulesText read = new RulesText(origin);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read.take(line, i + 1);
            }
        }
        try {
            return Rules.with(read.changes);
        } catch (InvalidRules e) {
            throw new InvalidRules(origin + ": " + e.getMessage());
        }
    }

    private void take(String line, int number) {
        int equals = line.indexOf('=');
        if (equals < 0) {
            throw wrong(number, "`" + line + "` is not `key = value`");
        }
        String key = line.substring(0, equals).strip();
        Threshold threshold = Threshold.of(key)
                .orElseThrow(() -> wrong(number, "there is no `" + key + "`, the nearest is `" + nearest(key) + "`"));
        double value = number(line.substring(equals + 1).strip(), threshold, number);
        if (changes.put(threshold, value) != null) {
            throw wrong(number, "`" + key + "` is there twice");
        }
    }

    private double number(String text, Threshold threshold, int line) {
        if (DECIMAL.matcher(text).matches() && threshold.allows(Double.parseDouble(text))) {
            return Double.parseDouble(text);
        }
        throw wrong(
                line,
                "`" + threshold.key() + "` must be a " + (threshold.isWhole() ? "whole " : "") + "number from "
                        + threshold.range() + " (" + threshold.unit() + "), not `" + text + "`");
    }

    private InvalidRules wrong(int line, String what) {
        return new InvalidRules(origin + ", line " + line + ": " + what);
    }

    private static String nearest(String key) {
        return Threshold.keys().stream()
                .min(Comparator.comparingInt(known -> distance(key, known)))
                .orElseThrow();
    }

    /** How many letters must be put in, taken out or changed (Levenshtein 1966). */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(before[j - 1] + change, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[other.length()];
    }
}
