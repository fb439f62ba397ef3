package freshlegs.streams.plan;

import freshlegs.model.plan.PlanWeek;
import freshlegs.model.plan.PlanWeek.Kind;
import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * A week as it was framed on its Monday, or on the day on which the plan was made: its number and of how many, what it is for,
 * the metres that all its runs may reach (0 when there is no bound yet), the rung of its key sessions and how many hard days it may have.
 */
record Frame(LocalDate monday, int number, OptionalInt of, Kind kind, int mostMetres, int rung, int hardDays) {
    private static final int LEAST_MOBILITY = 2;

    boolean isBound() {
        return mostMetres > 0;
    }

    boolean isOf(LocalDate date) {
        return !date.isBefore(monday) && date.isBefore(monday.plusDays(7));
    }

    PlanWeek told(Terms terms) {
        int easy = Math.max(1, terms.days().size() - 1 - hardDays);
        return new PlanWeek(
                number,
                of,
                monday,
                kind,
                mostMetres,
                easy,
                LEAST_MOBILITY,
                terms.days().size() <= 4 ? 1 : 0);
    }
}
