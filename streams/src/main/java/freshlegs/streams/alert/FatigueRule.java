package freshlegs.streams.alert;

import static freshlegs.streams.rule.Threshold.FATIGUE_AGREE_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_AGREE_ON;
import static freshlegs.streams.rule.Threshold.FATIGUE_FEELING_IS_BACK;
import static freshlegs.streams.rule.Threshold.FATIGUE_LOGGED_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_LOGGED_ON;
import static freshlegs.streams.rule.Threshold.FATIGUE_MARKERS_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_MARKERS_ON;
import static freshlegs.streams.rule.Threshold.FATIGUE_ON_TARGET;
import static freshlegs.streams.rule.Threshold.FATIGUE_QUIET_OF;
import static freshlegs.streams.rule.Threshold.FATIGUE_QUIET_ON;
import static freshlegs.streams.rule.Threshold.FATIGUE_RED_AFTER;
import static freshlegs.streams.rule.Threshold.FATIGUE_RED_LASTS;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rule;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Signals;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Raises and clears the fatigue alert; the numbers here are the published ones. AMBER when the two keys agreed on two of the last three
 * days; it clears when they did not on five of the last seven (days of which nothing is known do not count) and the athlete's feeling
 * is back. RED when AMBER's condition held seven days in a row and both feeling and performance vote; it needs seven days and a
 * controlled session on target besides. When too few mornings were logged, heart markers alone must agree.
 */
final class FatigueRule {
    private FatigueRule() {}

    /** Whether so few mornings were logged lately, today included, that the athlete's feeling is unknown. */
    static boolean isLowConfidence(AlertHistory past, Votes today, Rules rules) {
        int logged = past.count(
                        rules.count(FATIGUE_LOGGED_OF) - 1, day -> day.votes().logged())
                + (today.logged() ? 1 : 0);
        return logged < rules.count(FATIGUE_LOGGED_ON);
    }

    /** The rules by which the evidence agrees on enough of the last days, today included. */
    static Set<Rule> agreeing(AlertHistory withToday, boolean lowConfidence, Rules rules) {
        Set<Rule> agreeing = EnumSet.noneOf(Rule.class);
        int of = rules.count(FATIGUE_AGREE_OF);
        int on = rules.count(FATIGUE_AGREE_ON);
        if (!lowConfidence && withToday.count(of, day -> day.votes().twoKeys()) >= on) {
            agreeing.add(Rule.FATIGUE_TWO_KEYS);
        }
        if (lowConfidence
                && withToday.count(rules.count(FATIGUE_MARKERS_OF), day -> day.votes()
                                .twoMarkers())
                        >= rules.count(FATIGUE_MARKERS_ON)) {
            agreeing.add(Rule.FATIGUE_TWO_MARKERS);
        }
        if (lowConfidence && withToday.count(of, day -> day.votes().slowMarker()) >= on) {
            agreeing.add(Rule.FATIGUE_SLOW_AND_MARKER);
        }
        return agreeing;
    }

    /** The latch after today; {@code withToday} ends with today, whose own latch is not yet set. */
    static Optional<FatigueLatch> next(
            AlertHistory withToday, Signals signals, boolean unwell, LocalDate today, Rules rules) {
        AlertDay now = withToday.days().get(withToday.days().size() - 1);
        Optional<FatigueLatch> standing = now.fatigue();
        if (standing.isEmpty()) {
            return now.agreed() && !unwell
                    ? Optional.of(new FatigueLatch(today, Optional.empty(), false))
                    : Optional.empty();
        }
        FatigueLatch latch = standing.get().met(isOnTarget(signals, rules));
        if (latch.redSince().isEmpty() && isRed(withToday, now, rules)) {
            return Optional.of(new FatigueLatch(latch.since(), Optional.of(today), false));
        }
        return clearing(withToday, signals, latch, today, rules).isOver() ? Optional.empty() : Optional.of(latch);
    }

    /** How far the alert is from clearing; {@code withToday} ends with today. */
    static Clearing clearing(
            AlertHistory withToday, Signals signals, FatigueLatch latch, LocalDate today, Rules rules) {
        return new Clearing(
                withToday.count(
                        rules.count(FATIGUE_QUIET_OF), day -> day.votes().fresh() && !day.raw()),
                rules.count(FATIGUE_QUIET_ON),
                rules.count(FATIGUE_QUIET_OF),
                signals.domain(Name.SUBJECTIVE).chart(),
                rules.of(FATIGUE_FEELING_IS_BACK),
                latch.redSince()
                        .map(since -> new Clearing.Hold(
                                today.toEpochDay() - since.toEpochDay(),
                                rules.count(FATIGUE_RED_LASTS),
                                latch.onTargetSinceRed())));
    }

    private static boolean isRed(AlertHistory withToday, AlertDay now, Rules rules) {
        int days = rules.count(FATIGUE_RED_AFTER);
        return now.votes().feelsAndPerforms() && withToday.count(days, AlertDay::agreed) == days;
    }

    /** A key session judged today that was not clearly slow, or a steady run with the usual heart rate. */
    private static boolean isOnTarget(Signals signals, Rules rules) {
        double onTarget = rules.of(FATIGUE_ON_TARGET);
        OptionalDouble performance = signals.domain(Name.PERFORMANCE).z();
        OptionalDouble heart = signals.domain(Name.EXERCISE_HEART_RATE).z();
        return (performance.isPresent() && performance.getAsDouble() < onTarget)
                || (heart.isPresent() && Math.abs(heart.getAsDouble()) < onTarget);
    }
}
