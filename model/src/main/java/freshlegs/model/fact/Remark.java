package freshlegs.model.fact;

import java.util.Optional;

/** What a person adds in words of their own: short, and without anything that is no text. */
final class Remark {
    private static final int MOST_CHARACTERS = 500;

    private Remark() {}

    static void check(String what, Optional<String> text) {
        if (text.filter(Remark::isNoText).isPresent()) {
            throw new IllegalArgumentException(
                    what + " must be text of 1 to " + MOST_CHARACTERS + " characters without control characters");
        }
    }

    private static boolean isNoText(String text) {
        return text.isBlank()
                || text.length() > MOST_CHARACTERS
                || text.chars().anyMatch(one -> Character.isISOControl(one) && one != '\n');
    }
}
