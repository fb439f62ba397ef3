package freshlegs.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Who said something: the role, and an opaque id that is nobody's name or address. */
public record Person(Role role, String id) {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");

    /** As what somebody speaks. */
    public enum Role {
        COACH,
        ATHLETE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Person {
        if (!ALLOWED.matcher(id).matches()) {
            throw new IllegalArgumentException("id of a person must be 1 to 64 letters, digits, '.', '-' or '_'");
        }
    }
}
