package freshlegs.streams.alert;

import freshlegs.model.Status;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
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

    /** After so many days a human is asked and the baseline starts afresh; a lasting shift would never clear. */
    boolean isLasting(LocalDate today, Rules rules) {
        return days(today) >= rules.count(Threshold.BASELINE_FROZEN_DAYS);
    }

    /** The same after a day with or without a controlled session on target, which only RED asks for. */
    FatigueLatch met(boolean target) {
        return redSince.isPresent() && target ? new FatigueLatch(since, redSince, true) : this;
    }

    long days(LocalDate today) {
        return today.toEpochDay() - since.toEpochDay();
    }
}
