package freshlegs.coach.page;

import freshlegs.coach.read.NoteRow;
import freshlegs.model.Person;
import java.util.List;

/** Notes about an alert or an athlete, and where new ones are sent, if they may be written. */
public record Notes(
        String address, String athlete, boolean may, boolean athleteWrites, List<Written> notes, Receipt receipt) {
    /** The form in which a new note is written. */
    public static final String PLACE = "note";

    public static Notes about(
            String address, String athlete, List<NoteRow> notes, Allowed allowed, Receipt receipt, Voice voice) {
        return new Notes(
                address,
                athlete,
                allowed.answer(),
                allowed.reader().role() == Person.Role.ATHLETE,
                Written.of(notes, allowed.reader(), voice),
                receipt);
    }
}
