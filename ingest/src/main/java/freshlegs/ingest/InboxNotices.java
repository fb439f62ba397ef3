package freshlegs.ingest;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says of the inbox: everything once, however many looks see it again. */
final class InboxNotices {
    private static final int MOST_REMEMBERED = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(InboxNotices.class);

    private final Set<String> told = new HashSet<>();
    private boolean roomIsShort;

    void tellOnce(String message, String name) {
        if (told.size() < MOST_REMEMBERED && told.add(message + name)) {
            LOG.warn(message, Failures.printable(name));
        }
    }

    /** While there is no room one line says so, however many files wait. */
    void noRoom() {
        if (!roomIsShort) {
            roomIsShort = true;
            LOG.warn("inbox: {}; files wait where they are", Failures.NO_ROOM);
        }
    }

    void roomAgain() {
        roomIsShort = false;
    }
}
