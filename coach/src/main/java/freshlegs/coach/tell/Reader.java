package freshlegs.coach.tell;

import freshlegs.coach.channel.Notice;
import java.util.List;
import java.util.Optional;

/**
 * Who reads a message of an alert: what it says if she is the athlete, {@code calmly}, how often such alerts were right as far as
 * somebody said so, and what the reader may do at once.
 */
record Reader(Optional<String> calmly, Optional<String> confirmed, List<Notice.Action> actions) {
    Reader {
        actions = List.copyOf(actions);
    }

    /** Somebody of whom nothing is known. */
    static Reader anybody() {
        return new Reader(Optional.empty(), Optional.empty(), List.of());
    }

    boolean herself() {
        return calmly.isPresent();
    }
}
