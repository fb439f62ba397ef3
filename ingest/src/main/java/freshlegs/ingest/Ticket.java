package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Route;
import java.time.Instant;
import java.util.Optional;

/**
 * One file waiting in the spool. {@code path} is where its giver had it, {@code modifiedAt} when it was last changed there,
 * {@code archive} the delivery of the archive it was taken from; {@code problem} says why there never was any content. Working on a ticket again gives the same facts under the same
 * keys.
 */
record Ticket(
        String deliveryId,
        AthleteId athlete,
        Route route,
        String path,
        String sha256,
        long sizeBytes,
        Instant receivedAt,
        Instant modifiedAt,
        Optional<String> archive,
        Optional<Sport> sport,
        Optional<String> problem) {

    /** The last part of the path, whatever system wrote it. */
    String fileName() {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
