package freshlegs.coach.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be: 10 to 200 characters that are not what everybody tries first. Nothing is asked of its composition (NIST SP
 * 800-63B, 5.1.1.2, 2020).
 */
public final class PasswordRule {
    public static final int FEWEST = 10;
    public static final int MOST = 200;
    private static final Set<String> TRIED_FIRST = Set.of(
            "1234567890",
            "12345678910",
            "123456789a",
            "0123456789",
            "0987654321",
            "1q2w3e4r5t",
            "1qaz2wsx3edc",
            "qwertyuiop",
            "qwerty12345",
            "qwerty123456",
            "password12",
            "password123",
            "password1234",
            "passwordpassword",
            "iloveyou123",
            "letmein123",
            "administrator",
            "welcome123",
            "changeme123",
            "freshlegs1",
            "freshlegs123",
            "abcdefghij",
            "abc1234567");

    private PasswordRule() {}

    /** As it is hashed: the same however its characters were composed on the keyboard. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }

    /** Throws {@link Refusal} with what would be right. */
    public static void check(String typed, String login) {
        String password = normal(typed);
        int length = password.codePointCount(0, password.length());
        if (length < FEWEST || length > MOST) {
            throw new Refusal(
                    "A password has " + FEWEST + " to " + MOST + " characters; several words make a good one.");
        }
        String plain = password.toLowerCase(Locale.ROOT).strip();
        if (TRIED_FIRST.contains(plain)
                || plain.equals(login)
                || plain.codePoints().distinct().count() < 4) {
            throw new Refusal("This password is among the first that anybody would try: choose another.");
        }
    }
}
