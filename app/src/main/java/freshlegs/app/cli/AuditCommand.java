package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.coach.access.AccessLog;
import freshlegs.coach.access.AccessLog.Entry;
import freshlegs.coach.access.Outage;
import freshlegs.coach.read.Database;
import freshlegs.model.AthleteId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "audit",
        description =
                "List who asked the coach's pages and their API about an athlete, refused or not, the latest first.")
final class AuditCommand implements Callable<Integer> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MOST = 100_000;

    private final Shell shell;

    @Option(names = "--athlete", required = true, paramLabel = "ID", description = "About whom.")
    private String athlete = "";

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "Of how many days (default: all that are kept, see FRESHLEGS_AUDIT_DAYS).")
    private Optional<Integer> days = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AuditCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        AthleteId id = Athletes.parse(athlete);
        Settings settings = common.settings(shell);
        Duration back = Duration.ofDays(days.orElseGet(() -> settings.get(Catalogue.AUDIT_DAYS)));
        try (Access access = Access.forReading(settings, "audit");
                Database database = Database.at(access.database())) {
            List<Entry> entries = new AccessLog(database, shell.clock(), new Outage())
                    .about(id, shell.clock().instant().minus(back), MOST);
            form.print(
                    shell,
                    new Table(
                            List.of("at", "account", "name", "method", "route", "athletes", "allowed", "via"),
                            entries.stream().map(AuditCommand::row).toList()),
                    () -> forPeople(entries),
                    "Nobody has asked about " + id + " in that time.");
        }
        return 0;
    }

    private static List<JsonNode> row(Entry entry) {
        return List.of(
                JSON.textNode(entry.at().toString()),
                JSON.textNode(entry.account()),
                JSON.textNode(entry.name()),
                JSON.textNode(entry.method()),
                JSON.textNode(entry.route()),
                JSON.numberNode(entry.athletes()),
                JSON.booleanNode(entry.allowed()),
                JSON.textNode(entry.via().key()));
    }

    private static TextTable forPeople(List<Entry> entries) {
        TextTable table = new TextTable("When", "Who", "What", "Answered", "By");
        entries.forEach(entry -> table.add(
                entry.at().toString(),
                entry.name(),
                entry.method() + " " + entry.route(),
                entry.allowed() ? "yes" : "refused",
                entry.via().key()));
        return table;
    }
}
