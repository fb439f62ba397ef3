package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Show an athlete's planned phases.")
final class PhaseShowCommand implements Callable<Integer> {
    private static final List<String> FIELDS = List.of("localDate", "lastDay", "phase", "note", "edit", "recordedAt");

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    PhaseShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        try (Access access = Access.forReading(common.settings(shell), "phase show")) {
            Athletes.checkKnown(id, access.database());
            Table table = Query.of(FIELDS, "freshlegs.planned_phase where athlete = ? order by local_date")
                    .with(id.value())
                    .ask(access.database());
            form.print(shell, table, () -> forPeople(table), "Nothing is planned for " + id + ".");
        }
        return 0;
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("from", "to", "phase", "note");
        table.objects()
                .forEach(planned -> text.add(
                        Show.text(planned, "localDate"),
                        Show.text(planned, "lastDay"),
                        Show.text(planned, "phase"),
                        Show.text(planned, "note")));
        return text;
    }
}
