package freshlegs.coach;

import freshlegs.model.AthleteId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A note as somebody writes it, about an alert or else about a day, without either about the athlete's today; {@code id} is its name,
 * of the writer's choice, so that a note that is sent twice is one.
 */
public record NoteWish(
        AthleteId athlete, String id, Optional<String> alert, Optional<LocalDate> day, String text, boolean shared) {

    /** Health data in somebody's own words never gets into a log by accident. */
    @Override
    public String toString() {
        return "NoteWish[" + id + "]";
    }
}
