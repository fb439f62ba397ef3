package freshlegs.streams.signal;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How one day compares with the athlete's own past: the domains as published, and what later days must remember. */
public record Signals(SignalDay day, List<Domain> domains, RestingJump restingJump) {

    public Set<Name> votes() {
        return domains.stream().filter(Domain::votes).map(Domain::name).collect(Collectors.toUnmodifiableSet());
    }

    public boolean votes(Name name) {
        return votes().contains(name);
    }

    public Domain domain(Name name) {
        return domains.stream().filter(d -> d.name() == name).findFirst().orElseThrow();
    }
}
