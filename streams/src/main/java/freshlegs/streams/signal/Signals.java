package freshlegs.streams.signal;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import java.util.List;

/**
 * How one day compares with the athlete's own past: the domains as published, and what later days must remember; {@code restingSurge}
 * when the chart of resting heart rate waits because an illness is likelier, {@code keySessions} the mean z of the last two key sessions.
 */
public record Signals(
        SignalDay day,
        List<Domain> domains,
        RestingJump restingJump,
        boolean restingSurge,
        Limits limits,
        double keySessions) {

    public boolean votes(Name name) {
        return domain(name).votes();
    }

    public Domain domain(Name name) {
        for (Domain domain : domains) {
            if (domain.name() == name) {
                return domain;
            }
        }
        throw new IllegalArgumentException("no domain " + name);
    }
}
