package freshlegs.app.watch;

import freshlegs.app.problem.Problem;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The token with which a server is asked. It is one athlete's; where several athletes' watches come to one machine, each has a
 * file of their own, in whose name {@code {athlete}} stands for the athlete.
 */
public final class Token {
    private static final String VARIABLE = "FRESHLEGS_TOKEN";
    private static final String ATHLETE = "{athlete}";
    private static final Pattern ALLOWED = Pattern.compile("[\\x21-\\x7E]{1,512}");
    private static final int MOST_BYTES = 1_024;

    private final Function<AthleteId, String> find;

    private Token(Function<AthleteId, String> find) {
        this.find = find;
    }

    /** From the file, else from the environment. */
    public static Token from(Optional<String> file, Map<String, String> environment) {
        if (file.isPresent()) {
            return new Token(athlete -> inFile(Path.of(file.get().replace(ATHLETE, athlete.value()))));
        }
        String given = environment.getOrDefault(VARIABLE, "").strip();
        if (given.isEmpty()) {
            throw Problem.wrongUse(
                    "--server needs a token: make one for the athlete and give it in a file with --token-file"
                            + " or in " + VARIABLE + ".");
        }
        return new Token(athlete -> checked(given, VARIABLE));
    }

    String of(AthleteId athlete) {
        return find.apply(athlete);
    }

    private static String inFile(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return checked(new String(content.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip(), file.toString());
        } catch (IOException e) {
            throw Problem.failed("The token in " + file + " cannot be read: put the athlete's token there.", e);
        }
    }

    private static String checked(String token, String origin) {
        if (!ALLOWED.matcher(token).matches()) {
            throw Problem.failed("What stands in " + origin + " is no token: it must be one word, as it was shown.");
        }
        return token;
    }
}
