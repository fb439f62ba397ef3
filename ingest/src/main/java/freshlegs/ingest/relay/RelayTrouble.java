package freshlegs.ingest.relay;

import java.time.Duration;
import java.util.Optional;

/** Why the server did not grant a request; the message is a sentence for the athlete. */
final class RelayTrouble extends Exception {
    private static final long serialVersionUID = 1;

    /** What the trouble is about. */
    enum About {
        /** The key: nothing will work until somebody changes it. */
        KEY,
        /** The server or the way to it: later, and not sooner than it asks. */
        SERVER,
        /** One file perhaps: others may still work. */
        ANSWER
    }

    private final About about;
    private final transient Optional<Duration> askedFor;

    RelayTrouble(About about, String sentence, Optional<Duration> askedFor) {
        super(sentence);
        this.about = about;
        this.askedFor = askedFor;
    }

    About about() {
        return about;
    }

    Optional<Duration> askedFor() {
        return askedFor;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
