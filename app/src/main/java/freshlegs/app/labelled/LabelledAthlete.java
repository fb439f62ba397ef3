package freshlegs.app.labelled;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One athlete of a labelled squad, every list in the order of its days. From {@code newWatch} on another watch measures; a squad
 * that was read from files knows of none.
 */
public record LabelledAthlete(
        Person person,
        List<NightRow> nights,
        List<AnswerRow> answers,
        List<RunRow> runs,
        List<LabelledDays> labels,
        Optional<LocalDate> newWatch) {
    public LabelledAthlete {
        nights = List.copyOf(nights);
        answers = List.copyOf(answers);
        runs = List.copyOf(runs);
        labels = List.copyOf(labels);
    }
}
