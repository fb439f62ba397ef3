package freshlegs.bench.report;

import java.util.ArrayList;
import java.util.List;

/** A Markdown document with a table of all measures between two marks; what was not measured anew keeps its rows. */
public final class Document {
    static final String BEGIN = "<!-- begin of figures -->";
    static final String END = "<!-- end of figures -->";

    private static final String HEADINGS = "| measure | unit | goal | seen | ratio | condition | commit |";
    private static final String RULE = "|---|---|---|---:|---:|---|---|";

    private Document() {}

    /** The document with the report's figures and machine. */
    public static String with(Report report, String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the document lacks " + BEGIN + " and " + END);
        }
        List<String> former = document.substring(begin, end).lines().toList();
        List<String> lines =
                new ArrayList<>(List.of(BEGIN, "```", report.machine().text(), "```", "", HEADINGS, RULE));
        for (Measure measure : Measure.values()) {
            lines.addAll(rows(measure, report, former));
        }
        return document.substring(0, begin) + String.join("\n", lines) + "\n" + document.substring(end);
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
