package freshlegs.coach.access;

import java.time.Instant;
import java.util.Optional;

/** What was said once about an athlete's data: {@code version} is that of the text that was agreed to, empty when it was withdrawn. */
public record Consent(Instant at, Optional<Integer> version, String saidBy, String how) {

    /** How it stands with an athlete. */
    public enum State {
        /** Nothing was ever said. */
        NEVER,
        /** She agreed to the latest text. */
        GIVEN,
        /** She agreed to a text before the latest; that holds until she says otherwise. */
        GIVEN_BEFORE,
        WITHDRAWN
    }

    public boolean given() {
        return version.isPresent();
    }

    /** By what was said last. */
    public static State state(Optional<Consent> last) {
        if (last.isEmpty()) {
            return State.NEVER;
        }
        Optional<Integer> version = last.get().version();
        if (version.isEmpty()) {
            return State.WITHDRAWN;
        }
        return version.get() == ConsentText.latest().version() ? State.GIVEN : State.GIVEN_BEFORE;
    }
}
