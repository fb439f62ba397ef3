package freshlegs.streams.signal;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import java.util.List;

/** How one day compares with the athlete's own past: the domains as published, and what later days must remember. */
public record Signals(SignalDay day, List<Domain> domains, RestingJump restingJump) {

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
