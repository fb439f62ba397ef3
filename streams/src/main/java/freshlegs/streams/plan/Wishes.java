package freshlegs.streams.plan;

import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.WeekOrder;
import java.util.List;
import java.util.Optional;

/**
 * What people say about one day's plan: a goal, terms or a leave to train again stated on that day, benchmarks run on it, phases
 * that begin, what was decided about its adjustments, the session as it was issued, and on a Monday the order of its week. On the first day of a season goal, terms
 * and leave are those stated last up to it, benchmarks and phases all that are dated up to it.
 */
public record Wishes(
        Optional<Goal> goal,
        List<PlanDecision> decisions,
        Optional<PlanTerms> terms,
        List<Benchmark> benchmarks,
        Optional<Clearance> clearance,
        Optional<IssuedSession> issued,
        List<PlannedPhase> phases,
        Optional<WeekOrder> order) {
    public static final Wishes NONE = of(Optional.empty(), List.of());

    public Wishes {
        decisions = List.copyOf(decisions);
        benchmarks = List.copyOf(benchmarks);
        phases = List.copyOf(phases);
    }

    public static Wishes of(Optional<Goal> goal, List<PlanDecision> decisions) {
        return new Wishes(
                goal,
                decisions,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public Wishes with(List<PlannedPhase> begin) {
        return new Wishes(goal, decisions, terms, benchmarks, clearance, issued, begin, order);
    }
}
