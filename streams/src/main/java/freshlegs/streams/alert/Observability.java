package freshlegs.streams.alert;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.signal.Signals;

/** Whether the domains that are known could satisfy the two-key rule at all; if not, silence means nothing. */
final class Observability {
    private Observability() {}

    static boolean couldDetect(Signals signals) {
        boolean feels = known(signals, Name.SUBJECTIVE);
        boolean performs = known(signals, Name.PERFORMANCE);
        long markers = signals.domains().stream()
                .filter(Domain::known)
                .filter(d -> d.name() == Name.RESTING_HEART_RATE
                        || d.name() == Name.HRV
                        || d.name() == Name.EXERCISE_HEART_RATE)
                .count();
        return (feels && (markers > 0 || performs)) || (performs && markers > 0) || markers >= 2;
    }

    private static boolean known(Signals signals, Name name) {
        return signals.domain(name).known();
    }
}
