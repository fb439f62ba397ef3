package freshlegs.bench.report;

import freshlegs.app.output.MarkedDocument;
import java.util.ArrayList;
import java.util.List;

/** A Markdown document with a table of all measures between two marks; what was not measured anew keeps its rows. */
public final class Document {
    private static final String HEADINGS = "| measure | unit | goal | seen | ratio | condition | commit |";
    private static final String RULE = "|---|---|---|---:|---:|---|---|";

    private Document() {}

    /** The document with the report's figures and machine. */
    public static String with(Report report, String document) {
        List<String> former = MarkedDocument.figures(document).lines().toList();
        List<String> lines = new ArrayList<>(List.of("```", report.machine().text(), "```", "", HEADINGS, RULE));
        for (Measure measure : Measure.values()) {
            lines.addAll(rows(measure, report, former));
        }
        return MarkedDocument.with(String.join("\n", lines) + "\n", document);
    }

    private static List<String> rows(Measure measure, Report report, List<String> former) {
        List<String> rows = report.figures().stream()
                .filter(figure -> figure.measure() == measure)
                .map(figure -> row(figure, report.machine()))
                .toList();
        return rows.isEmpty()
                ? former.stream()
                        .filter(line -> line.startsWith("| " + measure.title() + " |"))
                        .toList()
                : rows;
    }

    private static String row(Figure figure, Machine machine) {
        Measure measure = figure.measure();
        return "| "
                + String.join(
                        " | ",
                        measure.title(),
                        measure.unit(),
                        measure.goal().map(Goal::toString).orElse("-"),
                        Digits.of(figure.seen()),
                        measure.goal()
                                .map(goal -> Digits.of(goal.ratio(figure.seen())))
                                .orElse("-"),
                        figure.condition(),
                        machine.commit())
                + " |";
    }
}
