package freshlegs.coach;

import freshlegs.coach.takeout.KeptFiles;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Somebody who keeps an athlete's original files, gives them back, and erases whatever is known of her when she leaves. */
public interface Leaving {
    /** Gives her files as they came, one after another, and how they come. */
    KeptFiles kept();

    /** Looks now for those who are leaving, as {@code access.leaving} has them; it does so by itself after a start. */
    void look();

    /** Somebody who takes files. */
    @FunctionalInterface
    interface Taker {
        /** {@code name} is safe as a file's name everywhere; the content is closed by its giver. */
        void take(String name, Instant receivedAt, InputStream content) throws IOException;
    }
}
