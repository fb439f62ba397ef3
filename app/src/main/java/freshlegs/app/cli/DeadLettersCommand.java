package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.deadletter.DeadLetter;
import freshlegs.app.deadletter.DeadLetter.Note;
import freshlegs.app.deadletter.DeadLetter.State;
import freshlegs.app.deadletter.DeadLetters;
import freshlegs.app.output.Show;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "dead-letters",
        description = "List what stopped on its way, and why: records that the streams could not process or the tables"
                + " could not hold, and files that the intake put aside; open ones unless told otherwise.")
final class DeadLettersCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "part",
            "id",
            "state",
            "at",
            "topic",
            "partition",
            "offset",
            "athlete",
            "cause",
            "times",
            "handledBy",
            "handledAt",
            "why",
            "replayedAs");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shell shell;

    @Option(names = "--open", description = "Those about which nothing was done yet (default).")
    private boolean open;

    @Option(names = "--replayed", description = "Those that were brought on their way again.")
    private boolean replayed;

    @Option(names = "--discarded", description = "Those of which nothing is to come.")
    private boolean discarded;

    @Option(names = "--all", description = "All of them.")
    private boolean all;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only this athlete's, as far as that can be said.")
    private Optional<String> athlete = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private DeadLettersCommand(Shell shell) {
        this.shell = shell;
    }

    /** With what can be done about them. */
    static CommandLine line(Shell shell) {
        return new CommandLine(new DeadLettersCommand(shell))
                .addSubcommand("list", new DeadLettersCommand(shell))
                .addSubcommand(new DeadLettersShowCommand(shell))
                .addSubcommand(new DeadLettersFixCommand(shell))
                .addSubcommand(new DeadLettersReplayCommand(shell))
                .addSubcommand(new DeadLettersDiscardCommand(shell));
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        Settings settings = common.settings(shell);
        Optional<String> whose = athlete.map(id -> Athletes.parse(id).value());
        try (Access access = Access.forReadingTopics(settings, "dead-letters", shell.clock())) {
            DeadLetters found = DeadLetters.in(access.kafka(), access.database(), settings.get(Catalogue.DATA));
            DeadLetters letters = whose.map(found::of).orElse(found);
            Set<State> states = states();
            Table table = new Table(
                    COLUMNS,
                    letters.all().stream()
                            .filter(letter -> states.contains(letter.state()))
                            .map(DeadLettersCommand::row)
                            .toList());
            form.print(shell, table, () -> forPeople(table), "There are no " + words(states) + "dead letters.");
            shell.say("Dead letters: " + letters.counts());
        }
        return 0;
    }

    private Set<State> states() {
        Set<State> states = all ? EnumSet.allOf(State.class) : EnumSet.noneOf(State.class);
        if (replayed) {
            states.add(State.REPLAYED);
        }
        if (discarded) {
            states.add(State.DISCARDED);
        }
        if (open || states.isEmpty()) {
            states.add(State.OPEN);
        }
        return states;
    }

    private static String words(Set<State> states) {
        return states.size() == 1 ? states.iterator().next().key() + " " : "";
    }

    private static List<JsonNode> row(DeadLetter letter) {
        boolean isRecord = letter.place().isRecord();
        return List.of(
                JSON.textNode(letter.kind().key()),
                JSON.textNode(letter.id()),
                JSON.textNode(letter.state().key()),
                JSON.textNode(letter.at().toString()),
                JSON.textNode(letter.place().topic()),
                isRecord ? JSON.numberNode(letter.place().partition()) : JSON.nullNode(),
                isRecord ? JSON.numberNode(letter.place().offset()) : JSON.nullNode(),
                JSON.textNode(letter.athlete()),
                JSON.textNode(letter.cause()),
                JSON.numberNode(letter.times()),
                text(letter.note().map(Note::by)),
                text(letter.note().map(note -> note.at().toString())),
                text(letter.note().map(Note::why)),
                text(letter.note().flatMap(Note::replayedAs)));
    }

    private static JsonNode text(Optional<String> said) {
        return said.<JsonNode>map(JSON::textNode).orElseGet(JSON::nullNode);
    }

    private static TextTable forPeople(Table table) {
        TextTable text = new TextTable("id", "state", "at", "stood at", "athlete", "cause");
        table.objects()
                .forEach(letter -> text.add(
                        Show.text(letter, "id"),
                        Show.text(letter, "state"),
                        Show.text(letter, "at"),
                        Show.text(letter, "topic")
                                + (letter.path("offset").isNumber()
                                        ? "-" + Show.text(letter, "partition") + "@" + Show.text(letter, "offset")
                                        : ""),
                        Show.text(letter, "athlete"),
                        Show.text(letter, "cause")));
        return text;
    }
}
