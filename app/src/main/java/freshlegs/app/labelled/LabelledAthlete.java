package freshlegs.app.labelled;

import java.util.List;

/** One athlete of a labelled squad, every list in the order of its days. */
public record LabelledAthlete(
        Person person,
        List<NightRow> nights,
        List<AnswerRow> answers,
        List<RunRow> runs,
        List<LabelledDays> labels) {
    public LabelledAthlete {
        nights = List.copyOf(nights);
        answers = List.copyOf(answers);
        runs = List.copyOf(runs);
        labels = List.copyOf(labels);
    }
}
