package freshlegs.streams.plan;

import java.util.List;
import java.util.Optional;

/** Finds the planned session that a day's running was. */
final class Matching {
    private Matching() {}

    /** {@code open} are the sessions planned for the days around that have not been run, the nearest first. */
    static Matched of(List<Planned> open, PlanFacts today, Level current) {
        return new Matched(Optional.empty(), LadderSession.in(today, current), Optional.empty());
    }
}
