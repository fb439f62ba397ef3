package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import picocli.CommandLine.Option;

/** Who does something about a dead letter, and why. */
final class HandlingOptions {
    private static final int LONGEST = 500;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why, in a sentence of your own.")
    private String why = "";

    @Option(
            names = "--by",
            paramLabel = "ID",
            description = "An id of the person, no name or address (default: command-line).")
    private String by = "command-line";

    void check() {
        if (why.isBlank() || why.length() > LONGEST) {
            throw Problem.wrongUse("--why takes a sentence of at most " + LONGEST + " characters.");
        }
        if (!by.matches("[\\p{L}\\p{N}._@-]{1,64}")) {
            throw Problem.wrongUse("--by takes an id of at most 64 letters, digits, '-', '_', '.' or '@'.");
        }
    }

    String why() {
        return why.strip();
    }

    String by() {
        return by;
    }
}
