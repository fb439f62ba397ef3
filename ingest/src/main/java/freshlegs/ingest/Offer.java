package freshlegs.ingest;

import freshlegs.model.AthleteId;
import freshlegs.model.Sport;
import freshlegs.model.fact.Route;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as its giver describes it: whose it is, the way it came, the path that its owner knows it by, when it was last changed
 * there. {@code sport} is what a list beside the file says of it, for files that do not say themselves.
 */
public record Offer(AthleteId athlete, Route route, String path, Optional<Instant> modifiedAt, Optional<Sport> sport) {

    public static Offer of(AthleteId athlete, Route route, String path) {
        return new Offer(athlete, route, path, Optional.empty(), Optional.empty());
    }

    Offer changedAt(Instant moment) {
        return new Offer(athlete, route, path, Optional.of(moment), sport);
    }

    Offer likely(Optional<Sport> likelySport) {
        return new Offer(athlete, route, path, modifiedAt, likelySport);
    }
}
