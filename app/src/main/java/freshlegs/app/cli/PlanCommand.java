package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Prescription;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = "Show an athlete's plan from a week before the last known day on, with what changed and why.")
final class PlanCommand implements Callable<Integer> {
    private static final List<String> FIELDS = Query.fieldsOf(Prescription.class).stream()
            .filter(field -> !field.equals("athlete"))
            .toList();
    private static final String SOME_DAYS =
            "freshlegs.prescription WHERE athlete = ? AND date BETWEEN coalesce(nullif(?, '')::date,"
                    + " (SELECT max(date) - 7 FROM freshlegs.status_day WHERE athlete = ?), '0001-01-01'::date) AND ? ORDER BY date";

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2026-09-01.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
    private Optional<String> to = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PlanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        String first = Dates.parse("--from", from).map(LocalDate::toString).orElse("");
        LocalDate last = Dates.parse("--to", to).orElse(LocalDate.of(9999, 1, 1));
        try (Access access = Access.forReading(common.settings(shell), "plan")) {
            Athletes.checkKnown(id, access.database());
            Table table = Query.of(FIELDS, SOME_DAYS)
                    .with(id.value(), first, id.value(), last)
                    .ask(access.database());
            form.print(shell, table, () -> forPeople(table), "There is no plan for " + id + " in that time.");
        }
        return 0;
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("date", "status", "planned", "to do", "why it changed");
        table.objects()
                .forEach(day -> text.add(
                        Show.text(day, "date"),
                        Show.text(day, "status"),
                        Show.workout(day.path("planned")),
                        toDo(day),
                        why(day)));
        return text;
    }

    private static String why(ObjectNode day) {
        List<String> sentences = new ArrayList<>(List.of(Show.text(day.path("adjustment"), "reason")));
        day.path("decisions").forEach(decided -> sentences.add(Show.text(decided, "said") + "."));
        return String.join(" ", sentences).strip();
    }

    private static String toDo(ObjectNode day) {
        return day.path("adjustment").isObject() ? Show.workout(day.path("prescribed")) : "as planned";
    }
}
