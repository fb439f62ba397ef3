package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.plan.PlanSheet;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.result.Prescription;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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

    private static final LocalDate LAST = LocalDate.of(9999, 1, 1);

    private final Shell shell;

    /** Needed unless a command below is called. */
    @Option(names = "--athlete", paramLabel = "ID", description = "The athlete.")
    private Optional<String> athlete = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "The first day, such as 2026-09-01.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "The last day.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--brief", description = "One line a day.")
    private boolean brief;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private PlanCommand(Shell shell) {
        this.shell = shell;
    }

    /** With the commands below it. */
    static CommandLine line(Shell shell) {
        return new CommandLine(new PlanCommand(shell))
                .addSubcommand(new PlanCreateCommand(shell))
                .addSubcommand(new PlanEndCommand(shell))
                .addSubcommand(new PlanMoveCommand(shell))
                .addSubcommand(new PlanExportCommand(shell));
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(
                athlete.orElseThrow(() -> Problem.wrongUse("Say whose plan: freshlegs plan --athlete ID.")));
        Optional<LocalDate> first = Dates.parse("--from", from);
        LocalDate last = Dates.parse("--to", to).orElse(LAST);
        Settings settings = common.settings(shell);
        try (Access access = Access.forReading(settings, "plan")) {
            Athletes.checkKnown(id, access.database());
            Table table = asking(id, first, last).ask(access.database());
            form.print(
                    shell,
                    table,
                    () -> forPeople(id, table, Dates.today(shell, settings)),
                    "There is no plan for " + id + " in that time.");
        }
        return 0;
    }

    private static Query asking(AthleteId id, Optional<LocalDate> first, LocalDate last) {
        String begin = first.map(LocalDate::toString).orElse("");
        return Query.of(FIELDS, SOME_DAYS).with(id.value(), begin, id.value(), last);
    }

    private Object forPeople(AthleteId id, Table table, LocalDate today) {
        return brief ? lines(table) : PlanSheet.of(id, table.objects(), today);
    }

    private static TextTable lines(Table table) {
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
