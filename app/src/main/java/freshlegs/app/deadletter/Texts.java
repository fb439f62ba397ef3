package freshlegs.app.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text out of strangers' bytes that does no harm at a terminal. */
final class Texts {
    private static final int LONGEST = 200;

    private Texts() {}

    static String utf8(Optional<byte[]> bytes) {
        return bytes.map(some -> new String(some, StandardCharsets.UTF_8)).orElse("");
    }

    /** One short line. */
    static String line(String text) {
        String first = text.lines().findFirst().orElse("").replaceAll("\\p{C}", "?");
        return first.substring(0, Math.min(LONGEST, first.length()));
    }

    /** Whose a record is, as far as its key says. */
    static String athlete(Optional<byte[]> key) {
        String text = utf8(key);
        return text.contains("/") ? line(text.substring(0, text.indexOf('/'))) : "";
    }
}
