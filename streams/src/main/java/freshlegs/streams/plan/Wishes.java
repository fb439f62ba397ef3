package freshlegs.streams.plan;

import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanDecision;
import java.util.List;
import java.util.Optional;

/** What people ask of one day's plan: a goal stated on that day, and what they decided about its adjustments. */
public record Wishes(Optional<Goal> goal, List<PlanDecision> decisions) {
    public static final Wishes NONE = new Wishes(Optional.empty(), List.of());

    public Wishes {
        decisions = List.copyOf(decisions);
    }
}
