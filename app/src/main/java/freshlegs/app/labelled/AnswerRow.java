package freshlegs.app.labelled;

import freshlegs.model.fact.CheckIn.Symptom;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A row of {@code checkins.csv}: five items from 1 to 7 with 7 worst, effort and quality of the day's run from 1 to 10, symptoms by
 * name; empty is not answered.
 */
public record AnswerRow(
        LocalDate date,
        OptionalInt fatigue,
        OptionalInt mood,
        OptionalInt soreness,
        OptionalInt stress,
        OptionalInt sleepQuality,
        OptionalInt effort,
        OptionalInt quality,
        Set<Symptom> symptoms) {
    public AnswerRow {
        symptoms = Set.copyOf(symptoms);
    }
}
