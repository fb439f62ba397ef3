package freshlegs.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.output.Table;
import freshlegs.app.problem.Problem;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** For people a table, for spreadsheets CSV, for programs JSON. */
final class FormOptions {
    @Option(names = "--csv", description = "Print all columns as CSV.")
    private boolean csv;

    @Option(names = "--json", description = "Print all columns as JSON.")
    private boolean json;

    void check() {
        if (csv && json) {
            throw Problem.wrongUse("Give either --csv or --json, not both.");
        }
    }

    boolean isCsv() {
        return csv;
    }

    boolean forPeople() {
        return !csv && !json;
    }

    /** For programs alone; {@code json} gives more than the table does. */
    void print(Shell shell, Table table, Supplier<JsonNode> whole) {
        if (csv) {
            shell.out().print(table.toCsv());
        } else if (json) {
            JsonOutput.print(shell.out(), whole.get());
        }
    }

    /** {@code forPeople} gives a table or text. */
    void print(Shell shell, Table table, Supplier<?> forPeople, String ifEmpty) {
        if (csv) {
            shell.out().print(table.toCsv());
        } else if (json) {
            JsonOutput.print(shell.out(), table.toJson());
        } else if (table.rows().isEmpty()) {
            shell.say(ifEmpty);
        } else {
            shell.out().print(forPeople.get());
        }
    }
}
