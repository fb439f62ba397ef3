package freshlegs.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the person at the terminal; nobody there, no answer. */
@FunctionalInterface
interface Question {
    /** Nothing when nobody is there to answer. */
    Optional<String> ask(String question);

    static Question ofTerminal(Shell shell) {
        return question -> {
            if (!shell.terminal()) {
                return Optional.empty();
            }
            shell.err().print(question + " ");
            shell.err().flush();
            try {
                return Optional.ofNullable(
                                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine())
                        .map(String::strip);
            } catch (IOException e) {
                return Optional.empty();
            }
        };
    }
}
