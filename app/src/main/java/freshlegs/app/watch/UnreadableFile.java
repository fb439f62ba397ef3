package freshlegs.app.watch;

import java.io.IOException;

/** The watch, and not our own disk, failed. */
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableFile(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
