package freshlegs.coach.page;

import freshlegs.coach.PlanWish;
import freshlegs.coach.read.TermsRow;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.result.Prescription.Aim;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The form that creates a plan, with what was typed or what holds now, and the sentence that says what is wrong with it. */
public record PlanForm(PlanWish typed, Optional<String> problem, boolean begun) {
    public static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(Terms::shortName).toList();

    public static PlanForm refused(PlanWish typed, String sentence) {
        return new PlanForm(typed, Optional.of(sentence), false);
    }

    static PlanForm of(Optional<TermsRow> terms, Optional<Aim> aim) {
        PlanWish now = new PlanWish(
                aim.map(Aim::event).orElse(Goal.Event.RACE) == Goal.Event.RACE ? "race" : "time-trial",
                aim.map(goal -> goal.distanceMetres() + " m").orElse("5K"),
                aim.map(goal -> goal.date().toString()).orElse(""),
                aim.filter(goal -> goal.targetSeconds().isPresent())
                        .map(goal -> Numbers.clock(goal.targetSeconds().getAsInt()))
                        .orElse(""),
                "5K",
                "",
                "",
                terms.map(held -> held.days().stream().map(Terms::shortName).toList())
                        .orElse(List.of("Tue", "Thu", "Sat", "Sun")),
                terms.map(held -> Terms.shortName(held.longRun())).orElse("Sun"),
                terms.map(TermsRow::mode).orElse(PlanTerms.Mode.AUTOMATIC).key());
        return new PlanForm(now, Optional.empty(), terms.isPresent());
    }

    /** Whether it should be seen at once. */
    public boolean open() {
        return problem.isPresent() || !begun;
    }
}
