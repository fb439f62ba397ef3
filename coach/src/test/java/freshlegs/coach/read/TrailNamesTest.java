package freshlegs.coach.read;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.TestDatabase;
import freshlegs.model.AthleteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrailNamesTest {
    @Test
    void who_has_an_account_is_called_by_its_name_and_who_has_none_by_the_id() {
        try (TestDatabase database = TestDatabase.withSquad()) {
            database.run("""
                    insert into access.account (id, login, name, created_at) values ('c9', 'kim', 'Kim', now());
                    insert into freshlegs.note_revision (athlete, fact_id, revision, local_date, alert, text, shared,
                        ingested_at, recorded_at, edit, withdrawn, told_by, rank)
                    select 'anna', who, '0', '2026-11-20', 'anna.2026-11-15.fatigue', 'Slept badly.', false, now(), now(), 0,
                        false, jsonb_build_object('role', 'COACH', 'id', who), 0
                    from unnest(array['c9', 'gone']) who
                    """);
            List<TrailRow> trail = database.database().look(views -> views.trail("anna.2026-11-15.fatigue"));
            List<NoteRow> notes = database.database()
                    .look(views ->
                            views.notes(AthleteId.of("anna"), Instant.now().plusSeconds(60), 10));

            assertThat(trail)
                    .extracting(TrailRow::name)
                    .containsExactlyInAnyOrder(Optional.of("Kim"), Optional.empty());
            assertThat(notes).extracting(NoteRow::name).containsExactlyInAnyOrder(Optional.of("Kim"), Optional.empty());
        }
    }
}
