package freshlegs.coach.access;

import freshlegs.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** 256 random bits that somebody is told once; only their hash is kept, by which they are looked up. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    static Secret fresh() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES)));
    }

    /** What somebody says is one, if it looks like one. */
    public static Optional<Secret> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /** An id that nobody guesses, though it is no secret. */
    static String id() {
        return HexFormat.of().formatHex(random(ID_BYTES));
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    /** As it is told to whom it belongs, this once. */
    public String text() {
        return text;
    }

    String sha256() {
        return ContentHash.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "Secret[...]";
    }
}
