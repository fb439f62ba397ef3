package freshlegs.app.evaluate;

import freshlegs.app.output.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What came out, as tables for people, aligned or in Markdown. */
public final class Report {
    private static final List<String> COMPARED = List.of(
            "falseAmberPerAthleteYear",
            "soundDaysInAlarm",
            "severeDetectedWithin14Days",
            "moderateDetectedWithin21Days",
            "paradoxicalDetectedWithin21Days");

    private final Evaluation evaluation;
    private final Outcome outcome;

    public Report(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.outcome = new Outcome(evaluation);
    }

    /** Headings and rows of one table, all as text. */
    private record Rows(String title, List<String> headings, List<List<String>> rows) {}

    public String text() {
        StringBuilder text = new StringBuilder(ruleSet() + "\n");
        for (Rows table : tables()) {
            TextTable aligned = new TextTable(table.headings().toArray(String[]::new));
            table.rows().forEach(row -> aligned.add(row.toArray(String[]::new)));
            text.append("\n").append(table.title()).append("\n\n").append(aligned);
        }
        return text.toString();
    }

    public String markdown() {
        boolean asPublished = evaluation.rules().changed().isEmpty();
        StringBuilder text = new StringBuilder(asPublished ? "" : ruleSet() + "\n\n");
        for (Rows table : tables()) {
            text.append(table.title()).append(":\n\n");
            text.append(line(table.headings()));
            text.append("|").append("---|".repeat(table.headings().size())).append("\n");
            table.rows().forEach(row -> text.append(line(row)));
            text.append("\n");
        }
        return text.toString();
    }

    private String ruleSet() {
        List<String> changed = evaluation.rules().changed();
        return "Rule set " + evaluation.rules().version()
                + (changed.isEmpty() ? "." : ": " + String.join(", ", changed) + ".");
    }

    private List<Rows> tables() {
        return List.of(ours(), sideBySide(), bySquad(), byCause());
    }

    private Rows ours() {
        List<List<String>> rows = new ArrayList<>();
        outcome.figures(Method.FRESHLEGS).forEach(figure -> rows.add(row(figure, figure.title())));
        outcome.added().ifPresent(figure -> rows.add(row(figure, figure.title())));
        evaluation.byAutocorrelation().forEach((phi, scores) -> Figures.falseAlarmsOf(scores.ours())
                .forEach(figure -> rows.add(row(
                        new Figure("", "", figure.seen(), figure.interval(), figure.basis()),
                        figure.title() + ", autocorrelation " + phi))));
        return new Rows("Freshlegs", List.of("figure", "goal", "seen", "95 %", "of"), rows);
    }

    private static List<String> row(Figure figure, String title) {
        return List.of(
                title,
                Goal.of(figure.key()).map(Goal::toString).orElse("-"),
                number(figure.seen()),
                figure.interval().map(Report::range).orElse("-"),
                figure.basis());
    }

    private Rows sideBySide() {
        List<List<String>> rows =
                Arrays.stream(Method.values()).map(this::compared).toList();
        return new Rows(
                "Side by side with what people use today, 95 % intervals in brackets",
                List.of(
                        "method",
                        "false AMBER a year",
                        "sound days in alarm",
                        "severe within 14 days",
                        "moderate within 21",
                        "paradoxical within 21"),
                rows);
    }

    private List<String> compared(Method method) {
        List<Figure> figures = outcome.figures(method);
        List<String> row = new ArrayList<>(List.of(method.title()));
        for (String key : COMPARED) {
            row.add(figures.stream()
                    .filter(figure -> figure.key().equals(key))
                    .map(Report::cell)
                    .findFirst()
                    .orElse("-"));
        }
        return row;
    }

    private Rows bySquad() {
        List<List<String>> rows = new ArrayList<>();
        evaluation.squads().forEach((name, scores) -> {
            Tally tally = scores.ours();
            rows.add(List.of(
                    name,
                    Long.toString(tally.athletes()),
                    number(tally.soundYears()),
                    tally.soundDays() == 0
                            ? "-"
                            : cell(Figures.falseAlarmsOf(tally).get(0)),
                    tally.soundDays() == 0
                            ? "-"
                            : cell(Figures.falseAlarmsOf(tally).get(1)),
                    tally.judgedDays() == 0 ? "-" : number((double) tally.unknownDays() / tally.judgedDays())));
        });
        return new Rows(
                "By squad",
                List.of("squad", "athletes", "sound years", "false AMBER a year", "false RED a year", "days unknown"),
                rows);
    }

    private Rows byCause() {
        List<List<String>> rows = new ArrayList<>();
        outcome.calls()
                .forEach((name, calls) -> rows.add(List.of(
                        name,
                        Long.toString(calls.labels()),
                        share(calls.fatigue(), calls),
                        share(calls.illness(), calls),
                        share(calls.both(), calls),
                        share(calls.neither(), calls))));
        return new Rows(
                "What each cause was called",
                List.of("cause", "labels", "fatigue", "illness", "both", "neither"),
                rows);
    }

    private static String share(long count, Calls calls) {
        return number((double) count / calls.labels());
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number == Math.rint(number) ? "%.0f" : "%.3f", number);
    }

    private static String range(Interval interval) {
        return number(interval.low()) + " to " + number(interval.high());
    }

    private static String cell(Figure figure) {
        return number(figure.seen())
                + figure.interval()
                        .map(interval -> " (" + range(interval) + ")")
                        .orElse("");
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
