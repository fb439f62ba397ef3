package freshlegs.coach;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.PlanDecision;
import java.time.LocalDate;
import java.util.Optional;

/** What somebody says of a change of the plan: of which day and cause, and of the {@code revision} that was seen. */
public record PlanAnswer(
        AthleteId athlete,
        LocalDate date,
        AdjustmentCause cause,
        String revision,
        PlanDecision.Verdict verdict,
        Optional<String> workout,
        Optional<String> reason) {}
