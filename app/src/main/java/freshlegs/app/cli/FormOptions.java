package freshlegs.app.cli;

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
