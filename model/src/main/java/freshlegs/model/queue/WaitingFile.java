package freshlegs.model.queue;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.time.Instant;

/**
 * A file that was taken over and is still to be read: where its content lies and whose it is, never what is in it. {@code spool} names
 * the data folder that holds it, {@code sha256} its content there.
 */
public record WaitingFile(
        AthleteId athlete,
        String delivery,
        String spool,
        Route route,
        String sha256,
        long sizeBytes,
        Instant receivedAt) {
    /** What the keys of such records hold between athlete and delivery. */
    public static final String KIND = "ticket";

    /** The record's key without the athlete. */
    public String keyRest() {
        return KIND + "/" + delivery;
    }
}
