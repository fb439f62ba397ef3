package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.setting.Catalogue;
import freshlegs.ingest.http.Token;
import freshlegs.ingest.http.Tokens;
import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List the tokens that are valid: whose, what for, when last used; never the tokens.")
final class TokenListCommand implements Callable<Integer> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shell shell;

    @Option(names = "--athlete", paramLabel = "ID", description = "Only those of this athlete.")
    private Optional<String> athlete = Optional.empty();

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    TokenListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        form.check();
        Optional<AthleteId> wanted = athlete.map(Athletes::parse);
        List<Token> tokens = Tokens.in(common.settings(shell).get(Catalogue.DATA), shell.clock()).all().stream()
                .filter(token -> wanted.isEmpty() || wanted.get().equals(token.athlete()))
                .toList();
        form.print(
                shell,
                new Table(
                        List.of("id", "athlete", "name", "created", "lastUsed"),
                        tokens.stream().map(TokenListCommand::row).toList()),
                () -> forPeople(tokens),
                "No tokens yet; `freshlegs token add --athlete ID --name phone` makes one.");
        return 0;
    }

    private static List<JsonNode> row(Token token) {
        return List.of(
                JSON.textNode(token.id()),
                JSON.textNode(token.athlete().value()),
                JSON.textNode(token.name()),
                JSON.textNode(token.createdAt().toString()),
                token.lastUsed()
                        .<JsonNode>map(day -> JSON.textNode(day.toString()))
                        .orElseGet(JSON::nullNode));
    }

    private static TextTable forPeople(List<Token> tokens) {
        TextTable table = new TextTable("Token", "Athlete", "Name", "Created", "Last used");
        tokens.forEach(token -> table.add(
                token.id(),
                token.athlete().value(),
                token.name(),
                token.createdAt().toString().substring(0, 10),
                token.lastUsed().map(LocalDate::toString).orElse("never")));
        return table;
    }
}
