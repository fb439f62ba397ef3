package freshlegs.app.cli;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Profile;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Facts that a person states at the command line. */
final class Facts {
    private Facts() {}

    static OptionalInt number(Optional<Integer> given) {
        return given.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** An athlete of whom nothing is known but that there is one. */
    static Profile newcomer(AthleteId athlete, Instant now) {
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
