package freshlegs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** An athlete's plain identifier: safe as a topic key, a folder name and part of an address. */
public record AthleteId(@JsonValue String value) implements Comparable<AthleteId> {
    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AthleteId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not an athlete id: use 1 to 64 lower-case letters, digits, '-' or '_', beginning and ending with a"
                            + " letter or digit");
        }
    }

    public static AthleteId of(String value) {
        return new AthleteId(value);
    }

    public static boolean isValid(String value) {
        return ALLOWED.matcher(value).matches();
    }

    @Override
    public int compareTo(AthleteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
