package freshlegs.streams.rule;

import static freshlegs.streams.rule.Threshold.BASELINE_FIRST_DAY;
import static freshlegs.streams.rule.Threshold.BASELINE_LAST_DAY;
import static freshlegs.streams.rule.Threshold.BASELINE_LEAST_DAYS;
import static freshlegs.streams.rule.Threshold.CHART_FRESH_DAYS;
import static freshlegs.streams.rule.Threshold.CHART_KNOWN_DAYS;
import static freshlegs.streams.rule.Threshold.FATIGUE_AGREE_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_AGREE_ON;
import static freshlegs.streams.rule.Threshold.FATIGUE_LOGGED_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_LOGGED_ON;
import static freshlegs.streams.rule.Threshold.FATIGUE_MARKERS_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_MARKERS_ON;
import static freshlegs.streams.rule.Threshold.FATIGUE_QUIET_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_QUIET_ON;
import static freshlegs.streams.rule.Threshold.ILLNESS_QUIET_DAYS;
import static freshlegs.streams.rule.Threshold.ILLNESS_SILENT_DAYS;
import static freshlegs.streams.rule.Threshold.PERFORMANCE_FLAG;
import static freshlegs.streams.rule.Threshold.PERFORMANCE_FLAG_ALONE;
import static freshlegs.streams.rule.Threshold.PERFORMANCE_HOLDS_DAYS;
import static freshlegs.streams.rule.Threshold.PERFORMANCE_KNOWN_DAYS;
import static freshlegs.streams.rule.Threshold.PERFORMANCE_LEAST_OF_KIND;
import static freshlegs.streams.rule.Threshold.PERFORMANCE_LEAST_SESSIONS;
import static freshlegs.streams.rule.Threshold.PERFORMANCE_MOST_SESSIONS;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A value for each {@link Threshold}, as published unless changed. Sets of equal values are equal and have one version: the
 * published set's number, or that and a hash of what differs.
 */
public final class Rules {
    /** To be raised whenever a published value changes. */
    private static final String PUBLISHED_VERSION = "1";

    private static final int HASH_DIGITS = 8;
    private static final Rules PUBLISHED = new Rules(Map.of());

    private static final List<AtMost> AT_MOST = List.of(
            new AtMost(FATIGUE_AGREE_ON, FATIGUE_AGREE_OF),
            new AtMost(FATIGUE_MARKERS_ON, FATIGUE_MARKERS_OF),
            new AtMost(FATIGUE_LOGGED_ON, FATIGUE_LOGGED_OF),
            new AtMost(FATIGUE_QUIET_ON, FATIGUE_QUIET_OF),
            new AtMost(CHART_FRESH_DAYS, CHART_KNOWN_DAYS),
            new AtMost(PERFORMANCE_FLAG, PERFORMANCE_FLAG_ALONE),
            new AtMost(PERFORMANCE_HOLDS_DAYS, PERFORMANCE_KNOWN_DAYS),
            new AtMost(PERFORMANCE_LEAST_OF_KIND, PERFORMANCE_LEAST_SESSIONS),
            new AtMost(PERFORMANCE_LEAST_SESSIONS, PERFORMANCE_MOST_SESSIONS),
            new AtMost(ILLNESS_QUIET_DAYS, ILLNESS_SILENT_DAYS));

    private final Map<Threshold, Double> changes = new EnumMap<>(Threshold.class);
    private final String version;

    /** One threshold that may not exceed another. */
    private record AtMost(Threshold lower, Threshold upper) {
        Optional<String> broken(Rules rules) {
            return rules.of(lower) <= rules.of(upper)
                    ? Optional.empty()
                    : Optional.of(rules.setting(lower) + " must be at most " + rules.setting(upper));
        }
    }

    private Rules(Map<Threshold, Double> values) {
        values.forEach((threshold, value) -> {
            if (value != threshold.published()) {
                changes.put(threshold, value);
            }
        });
        this.version = changes.isEmpty() ? PUBLISHED_VERSION : PUBLISHED_VERSION + "+" + hash(changed());
    }

    /** As documented. */
    public static Rules published() {
        return PUBLISHED;
    }

    /** The published set but for these; a sentence for each of them that is out of range or at odds with another. */
    static Rules with(Map<Threshold, Double> changes) {
        List<String> wrong = new ArrayList<>();
        changes.forEach((threshold, value) -> {
            if (!threshold.allows(value)) {
                wrong.add(threshold.key() + " must be " + threshold.range() + ", not " + threshold.text(value));
            }
        });
        Rules rules = new Rules(changes);
        wrong.addAll(rules.contradictions());
        if (!wrong.isEmpty()) {
            throw new InvalidRules(String.join("; ", wrong));
        }
        return rules;
    }

    public double of(Threshold threshold) {
        Double changed = changes.get(threshold);
        return changed == null ? threshold.published() : changed;
    }

    /** Of a count. */
    public int count(Threshold threshold) {
        return (int) of(threshold);
    }

    /** Changes with any value. */
    public String version() {
        return version;
    }

    /** What differs from the published set, as a file would say it. */
    public List<String> changed() {
        return changes.keySet().stream().map(this::setting).toList();
    }

    private List<String> contradictions() {
        List<String> broken = new ArrayList<>();
        AT_MOST.forEach(pair -> pair.broken(this).ifPresent(broken::add));
        int window = count(BASELINE_FIRST_DAY) - count(BASELINE_LAST_DAY) + 1;
        if (count(BASELINE_LEAST_DAYS) > window) {
            broken.add(setting(BASELINE_LEAST_DAYS) + " must be at most the " + window + " days from "
                    + setting(BASELINE_FIRST_DAY) + " to " + setting(BASELINE_LAST_DAY));
        }
        return broken;
    }

    private String setting(Threshold threshold) {
        return threshold.key() + " = " + threshold.text(of(threshold));
    }

    private static String hash(List<String> changed) {
        try {
            byte[] text =
                    changed.stream().sorted().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rules rules && changes.equals(rules.changes);
    }

    @Override
    public int hashCode() {
        return changes.hashCode();
    }

    @Override
    public String toString() {
        return "rules " + version;
    }
}
