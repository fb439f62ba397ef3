package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import freshlegs.coach.access.PasswordRule;
import freshlegs.coach.access.Refusal;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password as somebody types it twice without its being shown, or as one line on standard input; never an argument. */
final class PasswordSource {
    private final InputStream input;

    PasswordSource(InputStream input) {
        this.input = input;
    }

    /** Checked before anything is started. */
    String read(String login) {
        String password = asked();
        try {
            PasswordRule.check(password, login);
        } catch (Refusal refusal) {
            throw Problem.wrongUse(refusal.sentence());
        }
        return password;
    }

    /** From 22 on there is always a console; where nobody sits at it, it reads standard input as well. */
    @SuppressWarnings("SystemConsoleNull")
    private String asked() {
        Console console = System.console();
        if (console == null) {
            return line();
        }
        char[] typed = console.readPassword("Password (at least %d characters): ", PasswordRule.FEWEST);
        char[] again = console.readPassword("Once more: ");
        if (typed == null || again == null || !Arrays.equals(typed, again)) {
            throw Problem.wrongUse("The two are not the same.");
        }
        return new String(typed);
    }

    private String line() {
        try {
            String line = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw Problem.failed("The password could not be read from standard input.", e);
        }
    }
}
