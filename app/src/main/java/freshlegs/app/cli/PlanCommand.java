package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.model.result.Prescription;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin
    private DayTable days = new DayTable();

    PlanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        return days.show(
                shell, "plan", PlanCommand::asking, PlanCommand::forPeople, "There is no plan for %s in that time.");
    }

    private static Query asking(DayTable.Days days) {
        String athlete = days.athlete().value();
        String first = days.from().map(LocalDate::toString).orElse("");
        return Query.of(FIELDS, SOME_DAYS).with(athlete, first, athlete, days.to());
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
