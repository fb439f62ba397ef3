package freshlegs.coach.page;

import freshlegs.coach.read.NoteRow;
import freshlegs.model.Person;
import java.util.List;

/** A note as it is read; its writer may change it and take it back. */
public record Written(
        String id, String day, String text, String when, String by, String role, boolean shared, boolean own) {

    static List<Written> of(List<NoteRow> notes, Person reader, Voice voice) {
        return notes.stream()
                .filter(note -> note.isFor(reader))
                .map(note -> new Written(
                        note.id(),
                        voice.day(note.date()),
                        note.text(),
                        voice.moment(note.written()),
                        note.name().orElse(note.by().id()),
                        note.by().role().key(),
                        note.shared(),
                        note.by().equals(reader)))
                .toList();
    }

    /** Health data in somebody's own words never gets into a log by accident. */
    @Override
    public String toString() {
        return "Written[" + id + "]";
    }
}
