package freshlegs.app.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.TextTable;
import freshlegs.model.json.Json;
import freshlegs.streams.rule.Rule;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A set of thresholds and the rules that read them, for people, documents and programs. */
public record RulesReport(Rules rules) {
    private static final String[] THRESHOLDS = {"threshold", "value", "published", "range", "unit", "decides", "source"
    };

    /** Aligned. */
    public String text() {
        TextTable thresholds = new TextTable(THRESHOLDS);
        Arrays.stream(Threshold.values()).forEach(threshold -> thresholds.add(cells(threshold)));
        TextTable catalogue = new TextTable("rule", "sees");
        Arrays.stream(Rule.values()).forEach(rule -> catalogue.add(rule.signature(), rule.sees()));
        return "Rule set " + rules.version() + "\n\n" + thresholds + "\n" + catalogue;
    }

    /** In Markdown. */
    public String markdown() {
        String thresholds = Arrays.stream(Threshold.values())
                .map(threshold -> line(
                        "`" + threshold.key() + "`",
                        threshold.text(rules.of(threshold)),
                        threshold.range(),
                        threshold.unit(),
                        threshold.decides(),
                        threshold.source()))
                .collect(Collectors.joining());
        String catalogue = Arrays.stream(Rule.values())
                .map(rule -> line(
                        "`" + rule.signature() + "`",
                        rule.sees(),
                        rule.thresholds().stream()
                                .map(threshold -> "`" + threshold.key() + "`")
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining());
        return "Rule set " + rules.version() + ":\n\n"
                + head("threshold", "value", "range", "unit", "decides", "source")
                + thresholds + "\nRules:\n\n" + head("rule", "sees", "thresholds")
                + catalogue + "\n";
    }

    public ObjectNode json() {
        ObjectNode json = Json.MAPPER.createObjectNode().put("ruleSet", rules.version());
        ArrayNode thresholds = json.putArray("thresholds");
        for (Threshold threshold : Threshold.values()) {
            thresholds
                    .addObject()
                    .put("key", threshold.key())
                    .put("value", rules.of(threshold))
                    .put("published", threshold.published())
                    .put("range", threshold.range())
                    .put("unit", threshold.unit())
                    .put("decides", threshold.decides())
                    .put("source", threshold.source());
        }
        ArrayNode catalogue = json.putArray("rules");
        for (Rule rule : Rule.values()) {
            ObjectNode one = catalogue.addObject();
            one.put("id", rule.id()).put("version", rule.version()).put("sees", rule.sees());
            ArrayNode keys = one.putArray("thresholds");
            rule.thresholds().forEach(threshold -> keys.add(threshold.key()));
        }
        return json;
    }

    private String[] cells(Threshold threshold) {
        return new String[] {
            threshold.key(),
            threshold.text(rules.of(threshold)),
            threshold.text(threshold.published()),
            threshold.range(),
            threshold.unit(),
            threshold.decides(),
            threshold.source()
        };
    }

    private static String head(String... titles) {
        return line(titles) + "|" + "---|".repeat(titles.length) + "\n";
    }

    private static String line(String... cells) {
        return List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
