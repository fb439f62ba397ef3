package freshlegs.app.deadletter;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that stopped on its way: a record that the streams could not process, one that could become no row, or a file that the
 * intake could not read. {@code id} is what a person types, {@code place} where the record stood or where the file lies, {@code athlete}
 * whose it is as far as that can be said, {@code times} how often it was told, {@code lies} where what it holds can be read.
 */
public record DeadLetter(
        String id,
        Kind kind,
        Instant at,
        Place place,
        Place lies,
        String athlete,
        String cause,
        int times,
        Optional<Note> note) {

    /** Which part gave it up. */
    public enum Kind {
        STREAMS,
        WAREHOUSE,
        INTAKE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What has become of it. */
    public enum State {
        OPEN,
        REPLAYED,
        DISCARDED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What somebody did about it, when and why. */
    public record Note(State state, String by, Instant at, String why, Optional<String> replayedAs) {}

    public State state() {
        return note.map(Note::state).orElse(State.OPEN);
    }

    DeadLetter noted(Optional<Note> said) {
        return new DeadLetter(id, kind, at, place, lies, athlete, cause, times, said);
    }

    DeadLetter of(String whose) {
        return new DeadLetter(id, kind, at, place, lies, whose, cause, times, note);
    }

    DeadLetter times(int many) {
        return new DeadLetter(id, kind, at, place, lies, athlete, cause, many, note);
    }

    /** Whether both are about one record, which may stop at two places. */
    public boolean isTwinOf(DeadLetter other) {
        return kind != Kind.INTAKE && other.kind != kind && place.equals(other.place);
    }
}
