package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static freshlegs.warehouse.Given.plannedHard;
import static freshlegs.warehouse.Given.status;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellingTest {
    private static ADatabase database;

    private AWriter writer;

    @BeforeAll
    static void make() throws Exception {
        database = ADatabase.fresh();
    }

    @BeforeEach
    void open() throws Exception {
        writer = AWriter.on(database.emptied(), "webhook");
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
    }

    @Test
    void an_alert_is_told_once_however_often_it_comes() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));

        assertThat(writer.outbox()).containsExactly("AMBER|PENDING");
        assertThat(database.rows("select idempotency_key, told_status from ledger.outbox join ledger.episode e"
                        + " on e.id = episode_id"))
                .containsExactly("anna-2026-11-18-fatigue/AMBER/webhook/webhook|AMBER");
    }

    @Test
    void an_alert_must_have_stood_before_it_is_due() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        assertThat(writer.due()).isEmpty();

        writer.after(AWriter.SETTLE);

        assertThat(writer.due()).containsExactly("AMBER");
    }

    @Test
    void a_worse_step_is_told_too() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        database.execute("update ledger.outbox set state = 'SENT'");

        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));

        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "RED|PENDING");
    }

    @Test
    void a_worse_step_replaces_one_that_was_not_sent_yet() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));

        assertThat(writer.outbox()).containsExactly("AMBER|WITHDRAWN", "RED|PENDING");
    }

    @Test
    void an_episode_that_vanishes_before_it_was_told_is_withdrawn() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        writer.bring(gone(amber));

        assertThat(writer.outbox()).containsExactly("AMBER|WITHDRAWN");
        assertThat(database.rows("select id, told_status from ledger.episode"))
                .containsExactly("anna-2026-11-18-fatigue|null");
    }

    @Test
    void an_episode_that_falls_back_before_it_was_told_is_told_as_it_stands() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));

        assertThat(writer.outbox()).containsExactly("AMBER|PENDING", "RED|WITHDRAWN");
    }

    @Test
    void what_was_withdrawn_and_comes_back_settles_anew() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        writer.bring(gone(amber));
        writer.after(Duration.ofHours(1)).bring(amber);

        assertThat(writer.outbox()).containsExactly("AMBER|PENDING");
        assertThat(writer.due()).isEmpty();
        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("AMBER");
    }

    @Test
    void what_was_sent_is_never_sent_again_when_the_episode_comes_and_goes() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        database.execute("update ledger.outbox set state = 'SENT'");

        writer.bring(gone(amber));
        writer.bring(amber);

        assertThat(writer.outbox()).containsExactly("AMBER|SENT");
    }

    @Test
    void history_tells_nobody() throws Exception {
        writer.bring(fatigue(ANNA, "2026-10-01", "2026-11-12", Status.RED));

        assertThat(writer.outbox()).isEmpty();
        assertThat(writer.ids()).containsExactly("anna-2026-10-01-fatigue");
    }

    @Test
    void an_episode_that_began_long_ago_and_is_still_there_is_told() throws Exception {
        writer.bring(fatigue(ANNA, "2026-10-01", "2026-11-13", Status.RED));

        assertThat(writer.outbox()).containsExactly("RED|PENDING");
    }

    @Test
    void a_mere_watch_tells_nobody() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.WATCH));

        assertThat(writer.outbox()).isEmpty();
    }

    @Test
    void a_moved_first_day_keeps_the_name_and_tells_nobody_again() throws Exception {
        var first = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(first);
        database.execute("update ledger.outbox set state = 'SENT'");

        writer.bring(gone(first), fatigue(ANNA, "2026-11-16", "2026-11-19", Status.AMBER));

        assertThat(writer.ids()).containsExactly("anna-2026-11-18-fatigue");
        assertThat(writer.outbox()).containsExactly("AMBER|SENT");
        assertThat(database.rows("select first_day, last_day from ledger.episode"))
                .containsExactly("2026-11-16|2026-11-19");
    }

    @Test
    void a_moved_first_day_keeps_the_name_whichever_half_comes_first() throws Exception {
        var first = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        var moved = fatigue(ANNA, "2026-11-16", "2026-11-19", Status.AMBER);
        writer.bring(first);

        writer.bring(moved);
        writer.bring(gone(first));

        assertThat(writer.ids()).containsExactly("anna-2026-11-18-fatigue");
        assertThat(writer.outbox()).containsExactly("AMBER|PENDING");
        assertThat(database.rows("select first_day from ledger.episode")).containsExactly("2026-11-16");
    }

    @Test
    void a_rebuild_tells_nobody_again() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER);
        writer.bring(fatigue(ANNA, "2026-11-19", "2026-11-20", Status.AMBER));
        writer.bring(gone(fatigue(ANNA, "2026-11-19", "2026-11-20", Status.AMBER)), amber);
        database.execute("update ledger.outbox set state = 'SENT'");

        Warehouse.rebuild(database.address());
        assertThat(database.everythingOf(ANNA)).isEmpty();
        writer.bring(amber);

        assertThat(writer.ids()).containsExactly("anna-2026-11-19-fatigue");
        assertThat(writer.outbox()).containsExactly("AMBER|SENT");
    }

    @Test
    void nothing_is_due_while_a_rebuild_has_not_come_to_the_episode_yet() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER);
        writer.bring(amber);
        writer.after(AWriter.SETTLE);

        Warehouse.rebuild(database.address());
        assertThat(writer.due()).isEmpty();
        writer.bring(amber);

        assertThat(writer.due()).containsExactly("AMBER");
    }

    @Test
    void a_message_taken_by_a_sender_is_due_again_only_when_it_was_abandoned() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        writer.after(AWriter.SETTLE);
        database.execute("update ledger.outbox set state = 'SENDING', next_attempt_at = '"
                + writer.now().plusSeconds(30) + "'");

        assertThat(writer.due()).isEmpty();
        assertThat(writer.after(Duration.ofSeconds(30)).due()).containsExactly("AMBER");
    }

    @Test
    void every_recipient_has_a_message_of_its_own() throws Exception {
        try (AWriter club = AWriter.on(database, "webhook", "webhook:club")) {
            club.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));

            assertThat(database.rows("select channel, recipient from ledger.outbox order by id"))
                    .containsExactly("webhook|webhook", "webhook|club");
        }
    }

    @Test
    void the_message_says_what_votes_and_what_the_plan_changed() throws Exception {
        writer.bring(
                status(ANNA, day("2026-11-20"), Status.AMBER), fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        writer.bring(plannedHard(ANNA, day("2026-11-20"), false), plannedHard(ANNA, day("2026-11-21"), true));

        assertThat(database.rows("""
                        select payload->>'id', payload->>'athlete', payload->>'step', payload->>'firstDay',
                               payload->>'why', jsonb_array_length(payload->'domains'),
                               payload->'domains'->0->>'name', payload->'domains'->0->>'baseline',
                               payload->'domains'->0->>'days', payload->'adjustment'->>'date',
                               payload->'adjustment'->'planned'->>'title', payload->'adjustment'->>'kind'
                        from ledger.outbox
                        """))
                .containsExactly("anna-2026-11-18-fatigue|anna|AMBER|2026-11-18|Resting heart rate is up.|1|"
                        + "RESTING_HEART_RATE|48.0|4|2026-11-21|6 x 800 m|SWAPPED");
    }
}
