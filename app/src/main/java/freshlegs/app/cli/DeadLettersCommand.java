package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "dead-letters",
        description = "List the records that the streams could not process or the tables could not hold, and why;"
                + " files that could not be read are listed by `files`.")
final class DeadLettersCommand implements Callable<Integer> {
    private static final List<String> COLUMNS =
            List.of("part", "at", "topic", "partition", "offset", "athlete", "cause");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shell shell;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    DeadLettersCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        try (Access access = Access.forReadingTopics(common.settings(shell), "dead-letters", shell.clock())) {
            Table table = ask(access.kafka(), access.database());
            form.print(shell, table, () -> forPeople(table), "There are no dead letters.");
        }
        return 0;
    }

    private static Table ask(KafkaAddress kafka, DatabaseAddress database) throws SQLException {
        List<List<JsonNode>> rows = new ArrayList<>();
        for (DeadLetter letter : DeadLetter.all(kafka)) {
            rows.add(List.of(
                    JSON.textNode("streams"),
                    JSON.textNode(letter.at().toString()),
                    JSON.textNode(letter.topic()),
                    JSON.numberNode(letter.partition()),
                    JSON.numberNode(letter.offset()),
                    JSON.textNode(letter.athlete()),
                    JSON.textNode(letter.cause())));
        }
        Query.of(
                        List.of("seenAt", "topic", "partition", "offset", "reason"),
                        "freshlegs.unreadable ORDER BY seen_at, topic, partition, \"offset\"")
                .ask(database)
                .rows()
                .forEach(row -> rows.add(List.of(
                        JSON.textNode("warehouse"),
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        JSON.textNode(""),
                        row.get(4))));
        return new Table(COLUMNS, rows);
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("part", "at", "record", "athlete", "cause");
        table.objects()
                .forEach(letter -> text.add(
                        Show.text(letter, "part"),
                        Show.text(letter, "at"),
                        Show.text(letter, "topic") + "-" + Show.text(letter, "partition") + "@"
                                + Show.text(letter, "offset"),
                        Show.text(letter, "athlete"),
                        Show.text(letter, "cause")));
        return text;
    }
}
