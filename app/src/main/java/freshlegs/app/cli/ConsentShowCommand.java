package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import freshlegs.coach.access.ConsentText;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "show",
        description = "Show who agreed to which version of the text and when, and who withdrew, the latest first.")
final class ConsentShowCommand implements Callable<Integer> {
    private static final List<String> FIELDS =
            List.of("at", "athlete", "given", "version", "textSha256", "saidBy", "how");

    private static final List<String> LAST = List.of("athlete", "given", "version", "at");
    private static final String MISSING = """
            (select k.athlete, last.given, last.version, last.at
             from freshlegs.known_athlete k
                      left join lateral (select given, version, at from access.consent c
                                         where c.athlete = k.athlete order by id desc limit 1) last on true
             where last.version is distinct from ?) missing order by athlete
            """;

    private final Shell shell;

    @Option(
            names = "--missing",
            description =
                    "Only who has not agreed to the latest version: who never said anything, agreed to an elder one or"
                            + " withdrew.")
    private boolean missing;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only what this athlete said.")
    private Optional<String> athlete = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConsentShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        Optional<AthleteId> whose = athlete.map(Athletes::parse);
        if (missing && whose.isPresent()) {
            throw Problem.wrongUse("Give either --missing or --athlete, not both.");
        }
        try (Access access = Access.forReading(common.settings(shell), "consent show")) {
            if (missing) {
                showMissing(access.database());
                return 0;
            }
            Query query = Query.of(
                    FIELDS,
                    "access.consent where true" + (whose.isPresent() ? " and athlete = ?" : "") + " order by id desc");
            Table table =
                    whose.map(AthleteId::value).map(query::with).orElse(query).ask(access.database());
            form.print(
                    shell,
                    table,
                    () -> forPeople(table),
                    "Nothing was said about consent"
                            + whose.map(id -> " by " + id).orElse("") + " yet.");
        }
        return 0;
    }

    private void showMissing(DatabaseAddress database) throws SQLException {
        Table table =
                Query.of(LAST, MISSING).with(ConsentText.latest().version()).ask(database);
        form.print(shell, table, () -> whoIsMissing(table), "Everybody has agreed to the latest version.");
    }

    private static TextTable whoIsMissing(Table table) {
        TextTable text = new TextTable("athlete", "said last", "when");
        table.objects()
                .forEach(row -> text.add(
                        Show.text(row, "athlete"),
                        row.path("at").isNull()
                                ? "nothing"
                                : row.path("given").asBoolean()
                                        ? "agreed to version " + Show.text(row, "version")
                                        : "withdrew",
                        Show.text(row, "at")));
        return text;
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("when", "athlete", "said", "by", "how");
        table.objects()
                .forEach(row -> text.add(
                        Show.text(row, "at"),
                        Show.text(row, "athlete"),
                        row.path("given").asBoolean() ? "agreed to version " + Show.text(row, "version") : "withdrew",
                        Show.text(row, "saidBy"),
                        Show.text(row, "how")));
        return text;
    }
}
