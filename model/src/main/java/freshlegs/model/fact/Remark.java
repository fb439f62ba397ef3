package freshlegs.model.fact;

import java.util.Optional;

/** What a person adds in words of their own: short, and without anything that is no text. */
final class Remark {
    private static final int MOST_CHARACTERS = 500;

    private Remark() {}

    static void check(String what, Optional<String> text) {
        check(what, text, MOST_CHARACTERS);
    }

    static void check(String what, Optional<String> text, int mostCharacters) {
        if (text.filter(said -> isNoText(said, mostCharacters)).isPresent()) {
            throw new IllegalArgumentException(
                    what + " must be text of 1 to " + mostCharacters + " characters without control characters");
        }
    }

    private static boolean isNoText(String text, int mostCharacters) {
        return text.isBlank()
                || text.length() > mostCharacters
                || text.chars().anyMatch(one -> Character.isISOControl(one) && one != '\n');
    }
}
