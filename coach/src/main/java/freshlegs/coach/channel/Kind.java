package freshlegs.coach.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What understands the messages at the other end. */
public enum Kind {
    MAIL,
    WEBHOOK,
    SLACK,
    DISCORD,
    TELEGRAM,
    NTFY,
    PUSH;

    /** As in addresses and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
