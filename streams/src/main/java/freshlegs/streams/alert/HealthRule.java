package freshlegs.streams.alert;

import static freshlegs.streams.rule.Threshold.ILLNESS_JUMP_WITHIN;
import static freshlegs.streams.rule.Threshold.ILLNESS_QUIET_CHECK_INS;
import static freshlegs.streams.rule.Threshold.ILLNESS_QUIET_DAYS;
import static freshlegs.streams.rule.Threshold.ILLNESS_SILENT_DAYS;
import static freshlegs.streams.rule.Threshold.SAFETY_QUIET_CHECK_INS;
import static freshlegs.streams.rule.Threshold.SAFETY_QUIET_DAYS;

import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Illness and danger, which are never weighed against anything. Illness stands from the first symptom (or the second day of a
 * jumping resting heart rate) until two check-ins deny it and two days have passed, or seven days of silence; danger until
 * seven check-ins deny it and fourteen days have passed. Coming back needs a human either way.
 */
final class HealthRule {
    private HealthRule() {}

    static Optional<Latch> illness(AlertHistory past, Symptoms symptoms, boolean jump, LocalDate today, Rules rules) {
        Optional<Latch> standing = past.yesterday().flatMap(AlertDay::illness);
        if (symptoms.ill() || jumpsAgain(past, jump, rules)) {
            return Optional.of(standing.map(latch -> latch.seen(today)).orElseGet(() -> Latch.at(today)));
        }
        return standing.map(latch -> latch.quiet(symptoms.told()))
                .filter(latch -> !fromIllness(latch, today, rules).isOver());
    }

    static Recovering fromIllness(Latch latch, LocalDate today, Rules rules) {
        return new Recovering(
                latch.quietCheckIns(),
                rules.count(ILLNESS_QUIET_CHECK_INS),
                latch.quietDays(today),
                rules.count(ILLNESS_QUIET_DAYS),
                OptionalInt.of(rules.count(ILLNESS_SILENT_DAYS)));
    }

    /** Whether a jumping resting heart rate is one of several, or comes while an illness stands. */
    static boolean jumpsAgain(AlertHistory past, boolean jump, Rules rules) {
        return jump
                && (past.count(rules.count(ILLNESS_JUMP_WITHIN), AlertDay::restingJump) > 0
                        || past.yesterday().flatMap(AlertDay::illness).isPresent());
    }

    static Optional<Latch> danger(AlertHistory past, Symptoms symptoms, LocalDate today, Rules rules) {
        Optional<Latch> standing = past.yesterday().flatMap(AlertDay::danger);
        if (symptoms.stopTraining()) {
            return Optional.of(standing.map(latch -> latch.seen(today)).orElseGet(() -> Latch.at(today)));
        }
        return standing.map(latch -> latch.quiet(symptoms.told()))
                .filter(latch -> !fromDanger(latch, today, rules).isOver());
    }

    static Recovering fromDanger(Latch latch, LocalDate today, Rules rules) {
        return new Recovering(
                latch.quietCheckIns(),
                rules.count(SAFETY_QUIET_CHECK_INS),
                latch.quietDays(today),
                rules.count(SAFETY_QUIET_DAYS),
                OptionalInt.empty());
    }
}
