package freshlegs.streams.plan;

import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.PlannedPhase.Phase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of days that are other than usual, as it was stated. */
record Circumstance(Phase phase, LocalDate first, LocalDate last) {
    boolean holdsOn(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** What still holds on {@code date} or later, with what begins then. */
    static List<Circumstance> next(List<Circumstance> before, List<PlannedPhase> begin, LocalDate date) {
        List<Circumstance> all = new ArrayList<>(before);
        begin.stream()
                .filter(stated -> !stated.cancelled())
                .map(stated -> new Circumstance(stated.phase(), stated.localDate(), stated.lastDay()))
                .sorted(Comparator.comparing(Circumstance::first).thenComparing(Circumstance::phase))
                .forEach(all::add);
        all.removeIf(one -> one.last().isBefore(date));
        return List.copyOf(all);
    }
}
