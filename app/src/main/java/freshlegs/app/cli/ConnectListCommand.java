package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.setting.Catalogue;
import freshlegs.ingest.garmin.GarminStatus;
import freshlegs.ingest.relay.RelayStatus;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Service;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Show how every connection stands, and what helps where one does not work.")
final class ConnectListCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "athlete", "service", "user", "since", "looked_back_to", "last_success", "last_file", "backlog", "state");

    private final Shell shell;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    ConnectListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        form.check();
        Path data = common.settings(shell).get(Catalogue.DATA);
        List<List<JsonNode>> rows = new ArrayList<>();
        ConnectionBook.in(data).of(Service.INTERVALS).stream()
                .map(connection -> row(RelayStatus.of(data, connection)))
                .forEach(rows::add);
        GarminStatus.all(data).stream().map(ConnectListCommand::row).forEach(rows::add);
        Table table = new Table(COLUMNS, rows);
        form.print(
                shell,
                table,
                () -> forPeople(table),
                "Nobody is connected yet: see `freshlegs connect intervals --help`.");
        return 0;
    }

    private static List<JsonNode> row(RelayStatus status) {
        String works = status.workouts()
                .map(count -> "works, " + count + " workouts in the calendar")
                .orElse("works");
        String waiting = status.lastSuccess().isPresent() ? works : "not asked yet: `freshlegs run` asks";
        return List.of(
                text(Optional.of(status.athlete())),
                text(Optional.of(Service.INTERVALS.key())),
                NullNode.getInstance(),
                text(Optional.of(status.since())),
                text(status.lookedBackTo()),
                text(status.lastSuccess().map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))),
                text(status.lastFile().map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))),
                IntNode.valueOf(status.backlog()),
                text(status.trouble().or(() -> Optional.of(status.isCatchingUp() ? "catching up" : waiting))));
    }

    private static List<JsonNode> row(GarminStatus status) {
        Optional<String> allowed = status.permissions().map(names -> "allows " + names);
        return List.of(
                text(status.athlete()),
                text(Optional.of(Service.GARMIN.key())),
                text(Optional.of(status.user())),
                NullNode.getInstance(),
                NullNode.getInstance(),
                NullNode.getInstance(),
                text(status.lastFile().map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))),
                IntNode.valueOf(status.backlog()),
                text(status.trouble().or(() -> allowed).or(() -> Optional.of("waits for notifications"))));
    }

    private static JsonNode text(Optional<?> known) {
        return known.<JsonNode>map(value -> TextNode.valueOf(value.toString())).orElse(NullNode.getInstance());
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("athlete", "service", "since", "last success", "last file", "waiting", "state");
        table.objects()
                .forEach(row -> text.add(
                        Stream.of("athlete", "service", "since", "last_success", "last_file", "backlog", "state")
                                .map(column -> Show.text(row, column).replaceAll("\\p{C}", "?"))
                                .toArray(String[]::new)));
        return text;
    }
}
