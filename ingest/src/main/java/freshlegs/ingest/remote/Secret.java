package freshlegs.ingest.remote;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that is written to its own file and nowhere else: whatever prints it prints a placeholder. */
public record Secret(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Secret {
        if (text.isBlank() || text.length() > 500 || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a key is one word of letters, digits and signs");
        }
    }

    /** Takes the same time wherever the texts differ. */
    public boolean is(String other) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
