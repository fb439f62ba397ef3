package freshlegs.app.cli;

import freshlegs.app.ask.Catalogue;
import freshlegs.app.ask.Question;
import freshlegs.app.ask.Reader;
import freshlegs.app.output.Answer;
import freshlegs.app.output.Table;
import freshlegs.app.output.TextTable;
import freshlegs.app.problem.Problem;
import freshlegs.app.service.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sql",
        description = {
            "Ask one query of the views of schema analytics, for a quick look; nothing can be written by it.",
            "docs/operations.md has queries to begin with, docs/analytics.md every view and column."
        })
final class SqlCommand implements Callable<Integer> {
    private static final int MOST_SECONDS = 3600;
    private static final int MOST_ROWS = 100_000;

    private final Shell shell;
    private final InputStream input;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "QUERY",
            description = "The query; - reads it from standard input.")
    private Optional<String> query = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Read the query from a file.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--views", description = "List the views.")
    private boolean views;

    @Option(names = "--view", paramLabel = "NAME", description = "List the columns of a view.")
    private Optional<String> view = Optional.empty();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "For how long it may run, 1 to 3600 (default: 30).")
    private int seconds = 30;

    @Option(names = "--rows", paramLabel = "N", description = "How many rows at most, 1 to 100000 (default: 1000).")
    private int rows = 1000;

    @Mixin
    private FormOptions form = new FormOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    SqlCommand(Shell shell, InputStream input) {
        this.shell = shell;
        this.input = input;
    }

    @Override
    public Integer call() throws SQLException, InterruptedException {
        form.check();
        checkAsked();
        Optional<Question> question =
                query.isPresent() || file.isPresent() ? Optional.of(Question.of(text())) : Optional.empty();
        try (Access access = Access.forReading(common.settings(shell), "sql");
                Connection connection = Reader.open(access.database(), Duration.ofSeconds(seconds))) {
            if (question.isPresent()) {
                answer(question.get(), connection);
            } else {
                print(view.isPresent() ? Catalogue.columns(connection, view.get()) : Catalogue.views(connection));
            }
        }
        return 0;
    }

    private void checkAsked() {
        long asked = Stream.of(query.isPresent(), file.isPresent(), views, view.isPresent())
                .filter(given -> given)
                .count();
        if (asked != 1) {
            throw Problem.wrongUse("Give a query, or --file FILE, or --views, or --view NAME: one of them.");
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw Problem.wrongUse("--timeout must be 1 to " + MOST_SECONDS + " seconds.");
        }
        if (rows < 1 || rows > MOST_ROWS) {
            throw Problem.wrongUse("--rows must be 1 to " + MOST_ROWS + ": for more, use `freshlegs export`.");
        }
    }

    private String text() {
        try {
            if (file.isPresent()) {
                return Files.readString(file.get());
            }
            String given = query.orElseThrow();
            return given.equals("-") ? new String(input.readAllBytes(), StandardCharsets.UTF_8) : given;
        } catch (IOException e) {
            throw Problem.failed(file.map(Path::toString).orElse("Standard input") + " cannot be read as text.", e);
        }
    }

    private void answer(Question question, Connection connection) throws SQLException {
        Answer answer = question.ask(connection, rows, Catalogue.names(connection));
        print(answer.table());
        if (answer.cut()) {
            shell.say("Cut after " + rows + " rows: --rows shows more, `freshlegs export` gives all.");
        }
    }

    private void print(Table table) {
        form.print(shell, table, () -> TextTable.of(table), "No rows.");
    }
}
