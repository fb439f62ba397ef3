package freshlegs.coach.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one account may do about one alert, once and until {@code expiresAt}, by opening an address; {@code change} is the change of the
 * plan that it answers, as it was when that was told.
 */
public record Act(String account, String alert, Deed deed, Optional<Change> change, Instant expiresAt) {

    /** Of which day, and what was seen of it. */
    public record Change(LocalDate date, String revision) {}

    public Act {
        if (deed.plans() != change.isPresent()) {
            throw new IllegalArgumentException(
                    deed + " " + (deed.plans() ? "needs" : "has no") + " change of the plan");
        }
    }
}
