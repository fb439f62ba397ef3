package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.result.WeekReview;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "review",
        description = {
            "Show what rose and what fell in an athlete's week, and what that rests on: the last week unless told which.",
            "Of all weeks, unless told which, --csv has a line for each quantity and --json the whole review."
        })
final class ReviewCommand implements Callable<Integer> {
    private static final List<String> FOR_COACHES = Query.fieldsOf(WeekReview.class).stream()
            .filter(field -> !field.equals("athlete"))
            .toList();
    private static final List<String> FOR_ATHLETES = List.of("week", "shape", "runs", "calmSummary", "calmQuestion");
    private static final List<String> QUANTITIES = List.of(
            "week", "quantity", "unit", "direction", "meaning", "value", "usual", "noise", "spreads", "days", "before");
    private static final String OF_ONE = " WHERE athlete = ? AND (? = '' OR week = nullif(?, '')::date) ORDER BY week";

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--week", paramLabel = "WEEK", description = "Which week, such as 2026-W12.")
    private Optional<String> week = Optional.empty();

    @Option(
            names = "--for",
            paramLabel = "READER",
            description = "Whose words: coach (default), or the calmer ones for the athlete.")
    private String reader = "coach";

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ReviewCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        boolean calm = isCalm();
        Optional<LocalDate> monday = week.map(Weeks::parse);
        try (Access access = Access.forReading(common.settings(shell), "review")) {
            Athletes.checkKnown(id, access.database());
            Table reviews = ask(calm ? FOR_ATHLETES : FOR_COACHES, "week_review", monday, access.database());
            Table quantities = ask(QUANTITIES, "week_change", monday, access.database());
            form.print(
                    shell,
                    form.isCsv() && !calm ? quantities : reviews,
                    () -> forPeople(reviews, quantities, calm),
                    "There is no review of " + id + (monday.isPresent() ? " for that week." : " yet."));
        }
        return 0;
    }

    private boolean isCalm() {
        return switch (reader) {
            case "coach" -> false;
            case "athlete" -> true;
            default -> throw Problem.wrongUse("--for must be coach or athlete, not \"" + reader + "\".");
        };
    }

    private Table ask(List<String> fields, String view, Optional<LocalDate> monday, DatabaseAddress database)
            throws SQLException {
        String asked = monday.map(LocalDate::toString).orElse("");
        String places = view.equals("week_change") ? ", place" : "";
        return Query.of(fields, "freshlegs." + view + OF_ONE + places)
                .with(athlete, asked, asked)
                .ask(database);
    }

    /** The last of the weeks in words, and for coaches its numbers below. */
    private static String forPeople(Table reviews, Table quantities, boolean calm) {
        var last = reviews.objects().reduce((earlier, later) -> later).orElseThrow();
        String monday = Show.text(last, "week");
        StringBuilder text = new StringBuilder(Weeks.said(LocalDate.parse(monday)) + "\n");
        text.append(Show.text(last, calm ? "calmSummary" : "summary")).append('\n');
        String question = Show.text(last, calm ? "calmQuestion" : "question");
        text.append(question.isEmpty() ? "" : question + "\n");
        return calm
                ? text.toString()
                : text.append('\n').append(numbers(quantities, monday)).toString();
    }

    private static TextTable numbers(Table quantities, String monday) {
        TextTable text = new TextTable(
                "quantity", "unit", "this week", "usual", "noise", "spreads", "", "meaning", "days", "before");
        quantities
                .objects()
                .filter(quantity -> Show.text(quantity, "week").equals(monday))
                .forEach(quantity -> text.add(
                        Show.words(quantity, "quantity"),
                        Show.text(quantity, "unit"),
                        Show.text(quantity, "value"),
                        Show.text(quantity, "usual"),
                        Show.text(quantity, "noise"),
                        Show.text(quantity, "spreads"),
                        Show.words(quantity, "direction"),
                        meaning(Show.words(quantity, "meaning")),
                        Show.text(quantity, "days"),
                        Show.text(quantity, "before")));
        return text;
    }

    private static String meaning(String told) {
        return told.equals("neutral") ? "" : told;
    }
}
