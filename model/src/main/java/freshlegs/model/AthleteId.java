package freshlegs.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An athlete's plain identifier: safe as a topic key, a folder name and part of an address. */
public record AthleteId(@JsonValue String value) implements Comparable<AthleteId> {
    private static final int MOST_CHARACTERS = 64;

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
        int last = value.length() - 1;
        if (last < 0
                || last >= MOST_CHARACTERS
                || !isLetterOrDigit(value.charAt(0))
                || !isLetterOrDigit(value.charAt(last))) {
            return false;
        }
        for (int i = 1; i < last; i++) {
            char next = value.charAt(i);
            if (!isLetterOrDigit(next) && next != '-' && next != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char one) {
        return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9');
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
