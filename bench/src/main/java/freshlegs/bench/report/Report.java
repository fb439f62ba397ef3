package freshlegs.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.TextTable;
import freshlegs.model.json.Json;
import java.util.List;

/** All figures of one run of the benchmarks, for people and for programs. */
public record Report(Machine machine, List<Figure> figures) {

    public Report {
        figures = List.copyOf(figures);
    }

    /** The machine, then a line for each figure; a ratio of 1 or more reaches the goal. */
    public String text() {
        TextTable table = new TextTable("measure", "seen", "unit", "goal", "ratio", "condition");
        for (Figure figure : figures) {
            table.add(
                    figure.measure().title(),
                    Digits.of(figure.seen()),
                    figure.measure().unit(),
                    figure.measure().goal().map(Goal::toString).orElse(""),
                    figure.measure()
                            .goal()
                            .map(goal -> Digits.of(goal.ratio(figure.seen())))
                            .orElse(""),
                    figure.condition());
        }
        return machine.text() + "\n\n" + table;
    }

    /** {@code {"machine": {...}, "figures": [...]}}. */
    public ObjectNode json() {
        ObjectNode all = Json.MAPPER.createObjectNode();
        all.set("machine", Json.MAPPER.valueToTree(machine));
        ArrayNode rows = all.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode row = rows.addObject();
            row.put("measure", figure.measure().title());
            row.put("seen", figure.seen());
            row.put("unit", figure.measure().unit());
            figure.measure().goal().ifPresent(goal -> {
                row.put("goal", goal.toString());
                row.put("ratio", goal.ratio(figure.seen()));
            });
            row.put("condition", figure.condition());
        }
        return all;
    }
}
