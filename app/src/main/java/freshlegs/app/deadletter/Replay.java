package freshlegs.app.deadletter;

import java.util.Optional;

/** What came of bringing a dead letter on its way again: it came, or why it did not. */
public record Replay(DeadLetter letter, Optional<String> cameAs, String said) {
    static Replay came(DeadLetter letter, String as, String said) {
        return new Replay(letter, Optional.of(as), said);
    }

    static Replay stays(DeadLetter letter, String why) {
        return new Replay(letter, Optional.empty(), why);
    }
}
