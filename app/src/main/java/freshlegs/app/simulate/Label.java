package freshlegs.app.simulate;

import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.Optional;

/** The truth about an athlete: the story, and the first and last day of what happened, where something did. */
public record Label(AthleteId athlete, Story story, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {
    static final String HEADER = "athlete,label,first_day,last_day";

    static Label of(Runner runner, LocalDate lastDay) {
        Optional<Story.Span> span = runner.story().span();
        return new Label(
                runner.id(),
                runner.story(),
                span.map(days -> lastDay.minusDays(days.first())),
                span.map(days -> lastDay.minusDays(days.last())));
    }

    String toCsv() {
        return String.join(
                ",",
                athlete.value(),
                story.name(),
                firstDay.map(LocalDate::toString).orElse(""),
                lastDay.map(LocalDate::toString).orElse(""));
    }
}
