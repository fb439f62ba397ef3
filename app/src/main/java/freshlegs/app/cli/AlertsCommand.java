package freshlegs.app.cli;

import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.AthleteId;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.result.Episode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "alerts", description = "Show alerts, the open ones first, with the evidence for programs.")
final class AlertsCommand implements Callable<Integer> {
    private static final List<String> FIELDS = Stream.concat(Stream.of("id"), Query.fieldsOf(Episode.class).stream())
            .toList();
    private static final String ORDER = " ORDER BY open DESC, last_day DESC, athlete, cause, first_day";

    private final Shell shell;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only this athlete's.")
    private Optional<String> athlete = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    AlertsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        Optional<AthleteId> id = athlete.map(Athletes::parse);
        try (Access access = Access.forReading(common.settings(shell), "alerts")) {
            Table table = ask(id, access.database());
            form.print(shell, table, () -> forPeople(table), "There are no alerts.");
        }
        return 0;
    }

    private static Table ask(Optional<AthleteId> athlete, DatabaseAddress database) throws SQLException {
        if (athlete.isEmpty()) {
            return Query.of(FIELDS, "freshlegs.episode" + ORDER).ask(database);
        }
        Athletes.checkKnown(athlete.get(), database);
        return Query.of(FIELDS, "freshlegs.episode WHERE athlete = ?" + ORDER)
                .with(athlete.get().value())
                .ask(database);
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("athlete", "status", "cause", "from", "to", "why");
        table.objects()
                .forEach(episode -> text.add(
                        Show.text(episode, "athlete"),
                        Show.text(episode, "status"),
                        Show.words(episode, "cause"),
                        Show.text(episode, "firstDay"),
                        episode.path("open").asBoolean() ? "open" : Show.text(episode, "lastDay"),
                        Show.text(episode, "why")));
        return text;
    }
}
