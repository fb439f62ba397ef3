package freshlegs.coach.outgoing;

import java.io.IOException;

/** A host that lies on this machine or in a private network, which outgoing requests never reach unless allowed. */
final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;

    static final String WHY =
            "the host lies in a network that is not public; an operator can allow it (FRESHLEGS_OUTGOING_ALLOWED)";

    NotAllowed() {
        super(WHY);
    }
}
