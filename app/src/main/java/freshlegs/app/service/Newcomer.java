package freshlegs.app.service;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** An athlete of whom nothing is known but that there is one. */
public final class Newcomer {
    private Newcomer() {}

    public static Profile of(AthleteId athlete, Instant now) {
        return new Profile(
                athlete,
                Profile.SINCE_EVER,
                "new",
                now,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }
}
