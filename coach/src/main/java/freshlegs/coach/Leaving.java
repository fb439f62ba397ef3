package freshlegs.coach;

import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** Somebody who keeps an athlete's original files, gives them back, and erases whatever is known of her when she leaves. */
public interface Leaving {
    /** Gives each of her files as it came, one after another; each is read before the next is given. */
    void originals(AthleteId athlete, Taker taker) throws IOException;

    /** Looks now for those who are leaving, as {@code access.leaving} has them; it does so by itself after a start. */
    void look();

    /** Somebody who takes files. */
    @FunctionalInterface
    interface Taker {
        /** {@code name} is safe as a file's name everywhere; the content is closed by its giver. */
        void take(String name, Instant receivedAt, InputStream content) throws IOException;
    }
}
