package freshlegs.coach.access;

import java.util.Locale;

/** By what somebody is known. */
public enum Via {
    /** A browser that is signed in. */
    SESSION,
    /** A program with a token. */
    TOKEN,
    /** A link in a message, for what it names alone. */
    LINK,
    /** Nothing: there are no accounts, and this machine is theirs. */
    OPEN;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
