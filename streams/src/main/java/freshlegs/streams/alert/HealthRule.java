package freshlegs.streams.alert;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Illness and danger, which are never weighed against anything. Illness stands from the first symptom (or the second day of a
 * jumping resting heart rate) until two check-ins deny it and two days have passed, or seven days of silence; danger until
 * seven check-ins deny it and fourteen days have passed. Coming back needs a human either way.
 */
final class HealthRule {
    private static final int ILLNESS_QUIET_CHECK_INS = 2;
    private static final int ILLNESS_QUIET_DAYS = 2;
    private static final int ILLNESS_SILENT_DAYS = 7;
    private static final int DANGER_QUIET_CHECK_INS = 7;
    private static final int DANGER_QUIET_DAYS = 14;
    private static final int JUMP_WITHIN_DAYS = 2;

    private HealthRule() {}

    static Optional<Latch> illness(AlertHistory past, Symptoms symptoms, boolean jump, LocalDate today) {
        boolean twice = jump && past.count(JUMP_WITHIN_DAYS, AlertDay::restingJump) > 0;
        Optional<Latch> standing = past.yesterday().flatMap(AlertDay::illness);
        if (symptoms.ill() || twice || (jump && standing.isPresent())) {
            return Optional.of(standing.map(latch -> latch.seen(today)).orElseGet(() -> Latch.at(today)));
        }
        return standing.map(latch -> latch.quiet(symptoms.told())).filter(latch -> {
            boolean denied =
                    latch.quietCheckIns() >= ILLNESS_QUIET_CHECK_INS && latch.quietDays(today) >= ILLNESS_QUIET_DAYS;
            return !denied && latch.quietDays(today) < ILLNESS_SILENT_DAYS;
        });
    }

    static Optional<Latch> danger(AlertHistory past, Symptoms symptoms, LocalDate today) {
        Optional<Latch> standing = past.yesterday().flatMap(AlertDay::danger);
        if (symptoms.stopTraining()) {
            return Optional.of(standing.map(latch -> latch.seen(today)).orElseGet(() -> Latch.at(today)));
        }
        return standing.map(latch -> latch.quiet(symptoms.told()))
                .filter(latch ->
                        latch.quietCheckIns() < DANGER_QUIET_CHECK_INS || latch.quietDays(today) < DANGER_QUIET_DAYS);
    }
}
