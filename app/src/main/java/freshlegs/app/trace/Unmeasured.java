package freshlegs.app.trace;

import java.util.regex.Pattern;

/** A reason without anything that it quotes of the file: numbers beside a line's, and what stands in quotes. */
final class Unmeasured {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|`[^`]*`");
    private static final Pattern NUMBER = Pattern.compile("(?<!line )(?<![\\w.])\\d+(?:[.,]\\d+)?(?![\\w.])");

    private Unmeasured() {}

    static String of(String reason) {
        String unquoted = QUOTED.matcher(reason.replaceAll("\\p{C}", "?")).replaceAll("(...)");
        return NUMBER.matcher(unquoted).replaceAll("(...)");
    }
}
