package freshlegs.app.labelled;

import java.time.LocalDate;

/** What is true from one day to another, both included. */
public record LabelledDays(LocalDate from, LocalDate to, Cause cause) {
    public LabelledDays {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a label ends on " + to + " before it begins on " + from);
        }
    }
}
