package freshlegs.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.RaceTime;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.plan.Distance;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "show", description = "Show the races and time trials from which an athlete's paces are taken.")
final class BenchmarkShowCommand implements Callable<Integer> {
    private static final List<String> FIELDS =
            List.of("localDate", "event", "distanceMetres", "seconds", "edit", "recordedAt");
    private static final int METRES_PER_KILOMETRE = 1000;

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "The athlete.")
    private String athlete = "";

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    BenchmarkShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        try (Access access = Access.forReading(common.settings(shell), "benchmark show")) {
            Athletes.checkKnown(id, access.database());
            Table table = Query.of(FIELDS, "freshlegs.benchmark where athlete = ? order by local_date")
                    .with(id.value())
                    .ask(access.database());
            form.print(shell, table, () -> forPeople(table), "No benchmark of " + id + " is known.");
        }
        return 0;
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("on", "event", "distance", "time", "per km");
        table.objects()
                .forEach(ran -> text.add(
                        Show.text(ran, "localDate"),
                        Show.words(ran, "event"),
                        Distance.text(ran.path("distanceMetres").asInt()),
                        RaceTime.text(ran.path("seconds").asInt()),
                        perKilometre(ran)));
        return text;
    }

    private static String perKilometre(ObjectNode ran) {
        return RaceTime.text(Math.round(ran.path("seconds").asInt()
                * METRES_PER_KILOMETRE
                / (float) ran.path("distanceMetres").asInt()));
    }
}
