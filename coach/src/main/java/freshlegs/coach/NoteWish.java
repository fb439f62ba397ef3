package freshlegs.coach;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.Person;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A note as somebody writes it, about an alert or else about a day, without either about the athlete's today; a note that is sent
 * twice under one {@code id} is one.
 */
public record NoteWish(
        AthleteId athlete, String id, Optional<String> alert, Optional<LocalDate> day, String text, boolean shared) {

    /** A new note, named by what it says of what and by whom. */
    public static NoteWish written(
            Person by,
            AthleteId athlete,
            Optional<String> alert,
            Optional<LocalDate> day,
            String text,
            boolean shared) {
        String content = String.join(
                "\n",
                athlete.value(),
                by.id(),
                alert.orElse(""),
                day.map(LocalDate::toString).orElse(""),
                text);
        return new NoteWish(
                athlete, ContentHash.revisionOf(content.getBytes(StandardCharsets.UTF_8)), alert, day, text, shared);
    }

    /** Health data in somebody's own words never gets into a log by accident. */
    @Override
    public String toString() {
        return "NoteWish[" + id + "]";
    }
}
