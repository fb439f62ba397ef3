package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as it was taken over: its ticket, whether it still waits for its turn and since when it waits or is done, and why it never had
 * any content.
 */
public record Taken(
        String deliveryId,
        AthleteId athlete,
        Route route,
        String path,
        String sha256,
        long sizeBytes,
        Instant receivedAt,
        Optional<String> archive,
        Optional<String> problem,
        boolean waits,
        Instant movedAt) {}
