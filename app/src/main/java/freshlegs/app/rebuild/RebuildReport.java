package freshlegs.app.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.rebuild.Difference.Kind;
import freshlegs.model.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found, for people and for programs; without {@code values} nobody reads anything of anybody's health in it. */
public record RebuildReport(RebuildBeside.Found found, Optional<RebuildBeside.Found> left, boolean values) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> COLUMNS =
            List.of("kind", "where", "athlete", "day", "key", "how", "fields", "mended");

    /** Nothing more is to be done. */
    public boolean isEqual() {
        return left.orElse(found).compared().isEqual();
    }

    /** Whether statuses were told by other thresholds than those that were given here. */
    public boolean isByOtherRules() {
        return found.compared().differences().stream()
                .anyMatch(each -> each.where().equals(Topics.STATUS.name())
                        && each.fields().contains("ruleSet"));
    }

    /** One row for each difference; a row that is not mended says no, one of a comparison alone nothing. */
    public Table table() {
        List<String> columns = new ArrayList<>(COLUMNS);
        if (values) {
            columns.addAll(List.of("there", "anew"));
        }
        return new Table(
                columns, found.compared().differences().stream().map(this::row).toList());
    }

    private List<JsonNode> row(Difference each) {
        List<JsonNode> row = new ArrayList<>(List.of(
                JSON.textNode(each.kind().word()),
                JSON.textNode(each.where()),
                JSON.textNode(each.athlete()),
                JSON.textNode(each.day().orElse("")),
                JSON.textNode(each.key()),
                JSON.textNode(each.how()),
                JSON.textNode(String.join(" ", each.fields())),
                JSON.textNode(mended(each))));
        if (values) {
            row.add(each.there().orElse(JSON.nullNode()));
            row.add(each.anew().orElse(JSON.nullNode()));
        }
        return row;
    }

    private String mended(Difference each) {
        return left.map(after -> after.compared().differences().stream()
                                .anyMatch(still -> still.where().equals(each.where())
                                        && still.key().equals(each.key()))
                        ? "no"
                        : "yes")
                .orElse("");
    }

    /** All of it as one object: how much is the same, every difference, who was still on the move, what is left. */
    public JsonNode json() {
        ObjectNode json = JSON.objectNode();
        json.put("equal", isEqual());
        ObjectNode same = json.putObject("same");
        found.compared().same().forEach(same::put);
        json.set("differences", table().toJson());
        found.moving().forEach(json.putArray("moving")::add);
        left.ifPresent(after -> json.set(
                "left",
                new RebuildReport(after, Optional.empty(), values).table().toJson()));
        return json;
    }

    /** One line for each topic and table, then what differs, by athlete. */
    public String text() {
        Compared compared = found.compared();
        TextTable sums = new TextTable("topic or table", "same", "different", "only there", "only anew");
        TreeSet<String> everywhere = new TreeSet<>(compared.same().keySet());
        compared.differences().forEach(each -> everywhere.add(each.where()));
        for (String where : everywhere) {
            sums.add(
                    where,
                    Integer.toString(compared.same().getOrDefault(where, 0)),
                    count(where, "different"),
                    count(where, "only there"),
                    count(where, "only anew"));
        }
        StringBuilder text = new StringBuilder(sums.toString());
        if (!compared.isEqual()) {
            text.append('\n').append(byAthlete());
        }
        if (values) {
            compared.differences().forEach(each -> text.append('\n').append(sheet(each)));
        }
        return text.toString();
    }

    private String count(String where, String how) {
        return Long.toString(found.compared().differences().stream()
                .filter(each -> each.where().equals(where) && each.how().equals(how))
                .count());
    }

    private TextTable byAthlete() {
        Map<String, List<Difference>> groups = found.compared().differences().stream()
                .collect(Collectors.groupingBy(
                        each -> String.join("\n", each.athlete(), each.where(), each.how()),
                        TreeMap::new,
                        Collectors.toList()));
        TextTable table = new TextTable("athlete", "topic or table", "", "how many", "first day", "fields");
        groups.values().forEach(group -> {
            Difference one = group.get(0);
            table.add(
                    one.athlete(),
                    one.where(),
                    one.how(),
                    Integer.toString(group.size()),
                    group.stream()
                            .flatMap(each -> each.day().stream())
                            .min(String::compareTo)
                            .orElse(""),
                    group.stream()
                            .flatMap(each -> each.fields().stream())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(" ")));
        });
        return table;
    }

    private static String sheet(Difference each) {
        List<String> fields = each.fields();
        String content = fields.isEmpty()
                ? "there " + each.there().map(JsonNode::toString).orElse("nothing") + "\n  anew  "
                        + each.anew().map(JsonNode::toString).orElse("nothing")
                : fields.stream()
                        .map(field -> field + ": there " + Difference.at(each.there(), field) + ", anew "
                                + Difference.at(each.anew(), field))
                        .collect(Collectors.joining("\n  "));
        return each.where() + " " + each.key() + " (" + each.how() + ")\n  " + content + "\n";
    }

    /** How much was looked at. */
    public String summary() {
        long records = sum(Kind.TOPIC);
        long rows = sum(Kind.TABLE);
        int wrong = found.compared().differences().size();
        return wrong == 0
                ? "Equal: " + records + " records and " + rows + " rows are what the facts say."
                : wrong + " of " + (records + rows + wrong) + " records and rows are not what the facts say.";
    }

    private long sum(Kind kind) {
        return found.compared().same().entrySet().stream()
                .filter(each -> each.getKey().contains(".") == (kind == Kind.TOPIC))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
