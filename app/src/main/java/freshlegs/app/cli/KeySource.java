package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.ingest.remote.Secret;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a key comes from: never from an argument, which the whole machine could read. */
final class KeySource {
    private static final String VARIABLE = "FRESHLEGS_INTERVALS_KEY";
    private static final int LONGEST_FILE = 4_096;

    private final Shell shell;
    private final InputStream input;

    KeySource(Shell shell, InputStream input) {
        this.shell = shell;
        this.input = input;
    }

    /** A file wins over the variable, and that over standard input or a question at the terminal. */
    Secret read(Optional<String> file) {
        String text = file.map(KeySource::fromFile)
                .or(() -> Optional.ofNullable(shell.environment().get(VARIABLE)).filter(given -> !given.isBlank()))
                .orElseGet(this::asked);
        try {
            return new Secret(text.strip());
        } catch (IllegalArgumentException e) {
            // Without the text, which may be nearly a key.
            throw Problem.wrongUse(
                    "That is no API key: it is one word of letters and digits, shown at intervals.icu under"
                            + " Settings, Developer Settings.");
        }
    }

    private static String fromFile(String name) {
        try {
            Path file = Path.of(name);
            return Files.size(file) > LONGEST_FILE ? "" : Files.readString(file);
        } catch (IOException | InvalidPathException e) {
            throw Problem.failed("The key file " + name + " cannot be read.", e);
        }
    }

    /** From 22 on there is always a console; where nobody sits at it, it reads standard input as well. */
    @SuppressWarnings("SystemConsoleNull")
    private String asked() {
        Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("API key (intervals.icu: Settings, Developer Settings): ");
            return typed == null ? "" : new String(typed);
        }
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw Problem.failed("The key could not be read from standard input.", e);
        }
    }
}
