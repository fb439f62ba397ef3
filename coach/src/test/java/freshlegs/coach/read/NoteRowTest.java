package freshlegs.coach.read;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoteRowTest {
    private static final Person ANNA = new Person(Person.Role.ATHLETE, "anna");
    private static final Person COACH = new Person(Person.Role.COACH, "c1");

    private static NoteRow note(Person by, boolean shared) {
        return new NoteRow(
                "0123456789abcdef",
                LocalDate.of(2026, 11, 20),
                Optional.empty(),
                "Slept badly.",
                shared,
                by,
                Optional.empty(),
                Instant.parse("2026-11-20T18:00:00Z"),
                0);
    }

    @Test
    void an_athlete_reads_their_own_notes_and_of_others_what_is_shared() {
        assertThat(note(ANNA, false).isFor(ANNA)).isTrue();
        assertThat(note(COACH, true).isFor(ANNA)).isTrue();
        assertThat(note(COACH, false).isFor(ANNA)).isFalse();
    }

    @Test
    void coaches_read_all_notes() {
        assertThat(note(ANNA, false).isFor(COACH)).isTrue();
        assertThat(note(new Person(Person.Role.COACH, "c2"), false).isFor(COACH))
                .isTrue();
    }

    @Test
    void a_note_is_no_part_of_what_is_logged() {
        assertThat(note(COACH, false).toString()).doesNotContain("Slept");
    }
}
