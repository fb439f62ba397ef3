package freshlegs.streams.alert;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.signal.Signals;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Raises and clears the fatigue alert. AMBER when the two keys agreed on three of the last five days; it clears when they did
 * not on five of the last seven (days of which nothing is known do not count) and the athlete's feeling is back. RED when AMBER's
 * condition held seven days in a row and both feeling and performance vote; it needs seven days and a controlled session on
 * target besides. When too few mornings were logged, heart markers alone must agree on four of six days.
 */
final class FatigueRule {
    private static final int AGREE_ON = 3;
    private static final int OF_DAYS = 5;
    private static final int MARKERS_AGREE_ON = 4;
    private static final int MARKERS_OF_DAYS = 6;
    private static final int LEAST_LOGGED = 4;
    private static final int LOGGED_OF_DAYS = 7;
    private static final int QUIET_ON = 5;
    private static final int QUIET_OF_DAYS = 7;
    private static final int RED_AFTER_DAYS = 7;
    private static final double FEELING_IS_BACK = 0.5;
    private static final double ON_TARGET_Z = 1.0;

    private FatigueRule() {}

    /** Whether so few mornings were logged lately, today included, that the athlete's feeling is unknown. */
    static boolean isLowConfidence(AlertHistory past, Votes today) {
        int logged = past.count(LOGGED_OF_DAYS - 1, day -> day.votes().logged()) + (today.logged() ? 1 : 0);
        return logged < LEAST_LOGGED;
    }

    /** Whether the evidence agrees on enough of the last days, today included. */
    static boolean isAgreed(AlertHistory withToday, boolean lowConfidence) {
        if (!lowConfidence) {
            return withToday.count(OF_DAYS, day -> day.votes().twoKeys()) >= AGREE_ON;
        }
        return withToday.count(MARKERS_OF_DAYS, day -> day.votes().twoMarkers()) >= MARKERS_AGREE_ON
                || withToday.count(OF_DAYS, day -> day.votes().slowMarker()) >= AGREE_ON;
    }

    /** The latch after today; {@code withToday} ends with today, whose own latch is not yet set. */
    static Optional<FatigueLatch> next(AlertHistory withToday, Signals signals, boolean unwell, LocalDate today) {
        AlertDay now = withToday.days().get(withToday.days().size() - 1);
        Optional<FatigueLatch> standing = now.fatigue();
        if (standing.isEmpty()) {
            return now.agreed() && !unwell
                    ? Optional.of(new FatigueLatch(today, Optional.empty(), false))
                    : Optional.empty();
        }
        FatigueLatch latch = standing.get();
        if (latch.redSince().isEmpty()) {
            if (isRed(withToday, now)) {
                return Optional.of(new FatigueLatch(latch.since(), Optional.of(today), false));
            }
            return isCalm(withToday, signals) ? Optional.empty() : standing;
        }
        FatigueLatch red =
                new FatigueLatch(latch.since(), latch.redSince(), latch.onTargetSinceRed() || isOnTarget(signals));
        boolean longEnough = today.toEpochDay() - latch.redSince().get().toEpochDay() >= RED_AFTER_DAYS;
        return longEnough && red.onTargetSinceRed() && isCalm(withToday, signals) ? Optional.empty() : Optional.of(red);
    }

    private static boolean isRed(AlertHistory withToday, AlertDay now) {
        return now.votes().feelsAndPerforms() && withToday.count(RED_AFTER_DAYS, AlertDay::agreed) == RED_AFTER_DAYS;
    }

    private static boolean isCalm(AlertHistory withToday, Signals signals) {
        return withToday.count(QUIET_OF_DAYS, day -> day.votes().fresh() && !day.raw()) >= QUIET_ON
                && signals.domain(Name.SUBJECTIVE).chart() < FEELING_IS_BACK;
    }

    /** A key session judged today that was not clearly slow, or a steady run with the usual heart rate. */
    private static boolean isOnTarget(Signals signals) {
        OptionalDouble performance = signals.domain(Name.PERFORMANCE).z();
        OptionalDouble heart = signals.domain(Name.EXERCISE_HEART_RATE).z();
        return (performance.isPresent() && performance.getAsDouble() < ON_TARGET_Z)
                || (heart.isPresent() && Math.abs(heart.getAsDouble()) < ON_TARGET_Z);
    }
}
