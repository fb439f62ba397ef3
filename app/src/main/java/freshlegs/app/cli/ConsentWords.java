package freshlegs.app.cli;

import freshlegs.app.problem.Problem;
import java.util.regex.Pattern;

/** How consent was given or withdrawn, in somebody's words. */
final class ConsentWords {
    private static final int LONGEST = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private ConsentWords() {}

    static String how(String text) {
        String plain = text.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST
                || UNPRINTABLE.matcher(plain).find()) {
            throw Problem.wrongUse("--how must have 1 to " + LONGEST
                    + " printable characters, such as \"signed on paper" + " on 2026-11-26\".");
        }
        return plain;
    }
}
