package freshlegs.streams.alert;

import java.time.LocalDate;
import java.util.Optional;

/** What later days must remember of a day's votes, latches and planned phases. */
public record AlertDay(
        LocalDate date,
        Votes votes,
        boolean lowConfidence,
        boolean agreed,
        boolean restingJump,
        Optional<FatigueLatch> fatigue,
        Optional<Latch> illness,
        Optional<Latch> danger,
        Optional<LocalDate> baselineRestartedOn,
        Phases phases) {

    boolean raw() {
        return votes.raw(lowConfidence);
    }

    /** Whether the day was spent in an alert or in illness, so that it does not show what is usual. */
    boolean isUnsound() {
        return fatigue.isPresent() || illness.isPresent() || danger.isPresent();
    }
}
