package freshlegs.coach.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published rules and their thresholds, as {@code docs/rules.md} tells them; a test holds that page to the detector. */
public record Rulebook(Map<String, Rule> rules) {
    private static final String PAGE = "/freshlegs/coach/rules.md";
    private static final int THRESHOLD_CELLS = 6;
    private static final int RULE_CELLS = 3;

    /** What a rule sees; its {@code signature} is its id with its version, such as {@code chart.hrv/1}. */
    public record Rule(String id, String signature, String sees, List<Threshold> thresholds) {}

    /** A number that decides, where it may lie, and where it is from. */
    public record Threshold(String key, String value, String range, String unit, String decides, String source) {}

    public static Rulebook published() {
        try (InputStream page = Rulebook.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IOException(PAGE + " is missing from the class path");
            }
            return of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the rules cannot be explained", e);
        }
    }

    static Rulebook of(String page) {
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        Map<String, Rule> rules = new LinkedHashMap<>();
        page.lines().filter(line -> line.startsWith("| `")).map(Rulebook::cells).forEach(cells -> {
            if (cells.size() == THRESHOLD_CELLS) {
                thresholds.put(
                        cells.get(0),
                        new Threshold(
                                cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
            } else if (cells.size() == RULE_CELLS) {
                Rule rule = rule(cells, thresholds);
                rules.put(rule.id(), rule);
            }
        });
        return new Rulebook(rules);
    }

    private static Rule rule(List<String> cells, Map<String, Threshold> thresholds) {
        List<Threshold> own = Arrays.stream(cells.get(2).split(",", -1))
                .map(String::strip)
                .flatMap(key -> Optional.ofNullable(thresholds.get(key)).stream())
                .toList();
        return new Rule(idOf(cells.get(0)), cells.get(0), cells.get(1), own);
    }

    /** Between the marks, without those of code. */
    private static List<String> cells(String line) {
        String inner = line.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip())
                .toList();
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** Of {@code chart.hrv/1} the id. */
    public static String idOf(String signature) {
        return signature.replaceFirst("/.*$", "");
    }
}
