package freshlegs.streams.alert;

import freshlegs.model.Status;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The fatigue alert that stands: AMBER since {@code since}, perhaps RED since {@code redSince}, and whether a controlled
 * session has been on target since then.
 */
record FatigueLatch(LocalDate since, Optional<LocalDate> redSince, boolean onTargetSinceRed) {

    Status status() {
        return redSince.isPresent() ? Status.RED : Status.AMBER;
    }

    long days(LocalDate today) {
        return today.toEpochDay() - since.toEpochDay();
    }
}
