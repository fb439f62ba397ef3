package freshlegs.streams.alert;

import freshlegs.model.result.Domain.Name;
import freshlegs.streams.signal.Signals;

/** Whether the domains that are known could satisfy the two-key rule at all; if not, silence means nothing. */
final class Observability {
    private Observability() {}

    static boolean couldDetect(Signals signals) {
        boolean feels = known(signals, Name.SUBJECTIVE);
        boolean performs = known(signals, Name.PERFORMANCE);
        int markers = 0;
        for (Name marker : Votes.MARKERS) {
            markers += known(signals, marker) ? 1 : 0;
        }
        return (feels && (markers > 0 || performs)) || (performs && markers > 0) || markers >= 2;
    }

    private static boolean known(Signals signals, Name name) {
        return signals.domain(name).known();
    }
}
