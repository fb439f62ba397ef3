package freshlegs.ingest;

import freshlegs.model.AthleteId;
import java.time.Instant;

/**
 * One file waiting in the spool. {@code path} is where its giver had it, {@code modifiedAt} when it was last changed there.
 * Working on a ticket again gives the same facts under the same keys.
 */
record Ticket(
        String deliveryId,
        AthleteId athlete,
        String path,
        String sha256,
        long sizeBytes,
        Instant receivedAt,
        Instant modifiedAt) {

    /** The last part of the path, whatever system wrote it. */
    String fileName() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
