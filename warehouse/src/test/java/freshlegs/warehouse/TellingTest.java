package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.day;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static freshlegs.warehouse.Given.plannedHard;
import static freshlegs.warehouse.Given.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freshlegs.model.Status;
import java.time.Duration;
import java.util.List;
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

    /** As a sender would, at once and without waiting for the alert to settle. */
    private void send() throws Exception {
        database.execute("update ledger.outbox set state = 'SENT' where state = 'PENDING'");
    }

    private List<String> standing() throws Exception {
        return database.rows("select id, standing, merged_into from ledger.alert order by id");
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
    void coaches_are_told_at_their_channels_and_she_herself_only_while_she_has_none() throws Exception {
        database.execute("""
                truncate access.account cascade;
                insert into access.account (id, login, name, created_at)
                values ('b', 'ben', 'Ben', now()), ('a', 'anna', 'Anna', now()), ('v', 'vera', 'Vera', now()), ('c', 'cleo', 'Cleo', now());
                insert into access.share (id, athlete, account, role, granted_by, granted_at)
                values ('1', 'anna', 'b', 'coach', 'x', now()), ('2', 'anna', 'a', 'athlete', 'x', now()),
                       ('3', 'anna', 'v', 'viewer', 'x', now()), ('4', 'carla', 'c', 'coach', 'x', now());
                insert into access.channel (id, account, kind, address, secret, created_at, paused)
                select account || n, account, 'mail', 'x@example.org', 's', now(), n = 2
                from unnest(array ['a', 'b', 'v', 'c']) account, generate_series(1, 2) n
                """);
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        String told = "select step, recipient, channel from ledger.outbox where channel <> 'webhook' order by id";
        assertThat(database.rows(told)).containsExactly("AMBER|b|channel:b1");

        database.execute("update access.share set revoked_by = 'a', revoked_at = now() where id = '1'");
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));
        assertThat(database.rows(told)).containsExactly("AMBER|b|channel:b1", "RED|a|channel:a1");
        database.execute("truncate access.account cascade");
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

        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "GONE|WITHDRAWN");
        assertThat(writer.after(AWriter.SETTLE).due()).isEmpty();
    }

    @Test
    void a_told_alert_whose_ground_has_gone_is_withdrawn_once_that_has_settled() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        send();

        writer.bring(gone(amber));
        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "GONE|PENDING");
        assertThat(writer.due()).isEmpty();

        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("GONE");
        assertThat(database.rows("select payload->>'step', payload->>'status', payload->>'why', idempotency_key"
                        + " from ledger.outbox where step = 'GONE'"))
                .containsExactly("GONE|AMBER|Withdrawn: late or corrected data has removed the ground for this alert.|"
                        + "anna-2026-11-18-fatigue/GONE/webhook/webhook");
        assertThat(standing()).containsExactly("anna-2026-11-18-fatigue|GONE|null");
    }

    @Test
    void an_alert_that_comes_back_before_its_withdrawal_was_told_leaves_it_untold() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        send();

        writer.bring(gone(amber));
        writer.bring(amber);

        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "GONE|WITHDRAWN");
        assertThat(writer.after(AWriter.SETTLE).due()).isEmpty();
        assertThat(standing()).containsExactly("anna-2026-11-18-fatigue|STANDS|null");
    }

    @Test
    void an_alert_that_comes_back_after_its_withdrawal_is_told_once_more_and_then_no_more() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        send();
        writer.bring(gone(amber));
        send();

        writer.bring(amber);
        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("BACK");
        send();
        writer.bring(gone(amber));
        writer.bring(amber);
        writer.bring(gone(amber));

        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "GONE|SENT", "BACK|SENT");
        assertThat(standing()).containsExactly("anna-2026-11-18-fatigue|GONE|null");
    }

    @Test
    void an_alert_that_comes_back_worse_tells_the_worse_step_alone() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER);
        writer.bring(amber);
        send();
        writer.bring(gone(amber));
        send();

        writer.bring(fatigue(ANNA, "2026-11-17", "2026-11-20", Status.RED));

        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("RED");
        assertThat(writer.ids()).containsExactly("anna-2026-11-18-fatigue");
    }

    @Test
    void an_alert_that_falls_to_a_mere_watch_has_lost_its_ground() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        send();

        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.WATCH));

        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "GONE|PENDING");
    }

    @Test
    void an_alert_that_merges_into_another_is_not_withdrawn_and_keeps_its_name_when_it_is_split_off() throws Exception {
        var first = fatigue(ANNA, "2026-11-08", "2026-11-13", Status.AMBER);
        var second = fatigue(ANNA, "2026-11-22", "2026-11-24", Status.AMBER);
        writer.bring(first);
        writer.after(Duration.ofDays(5)).bring(second);
        send();

        writer.bring(gone(second), fatigue(ANNA, "2026-11-08", "2026-11-24", Status.AMBER));
        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "AMBER|SENT");
        assertThat(standing())
                .containsExactly(
                        "anna-2026-11-08-fatigue|STANDS|null",
                        "anna-2026-11-22-fatigue|MERGED|anna-2026-11-08-fatigue");

        writer.bring(first, second);
        assertThat(writer.ids()).containsExactly("anna-2026-11-08-fatigue", "anna-2026-11-22-fatigue");
        assertThat(writer.outbox()).containsExactly("AMBER|SENT", "AMBER|SENT");
    }

    @Test
    void a_told_alert_that_merges_into_history_keeps_its_name_and_is_not_told_again() throws Exception {
        var history = fatigue(ANNA, "2026-11-01", "2026-11-03", Status.AMBER);
        var told = fatigue(ANNA, "2026-11-14", "2026-11-19", Status.AMBER);
        writer.bring(history, told);
        send();

        writer.bring(gone(told), fatigue(ANNA, "2026-11-01", "2026-11-19", Status.AMBER));

        assertThat(writer.ids()).containsExactly("anna-2026-11-14-fatigue");
        assertThat(writer.outbox()).containsExactly("AMBER|SENT");
        assertThat(standing()).containsExactly("anna-2026-11-14-fatigue|STANDS|null");
    }

    @Test
    void an_alert_that_is_split_in_two_is_not_told_again() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-01", "2026-11-19", Status.AMBER));
        send();

        writer.bring(
                fatigue(ANNA, "2026-11-01", "2026-11-03", Status.AMBER),
                fatigue(ANNA, "2026-11-15", "2026-11-19", Status.AMBER));

        assertThat(writer.ids()).containsExactly("anna-2026-11-01-fatigue", "anna-2026-11-01-fatigue");
        assertThat(writer.outbox()).containsExactly("AMBER|SENT");
    }

    @Test
    void the_withdrawal_of_history_tells_nobody() throws Exception {
        var amber = fatigue(ANNA, "2026-11-08", "2026-11-14", Status.AMBER);
        writer.bring(amber);
        send();

        writer.after(Duration.ofDays(2)).bring(gone(amber));

        assertThat(writer.outbox()).containsExactly("AMBER|SENT");
        assertThat(standing()).containsExactly("anna-2026-11-08-fatigue|GONE|null");
    }

    @Test
    void nobody_is_told_anything_before_a_rebuild_has_read_as_far_as_before() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER);
        writer.bring(amber);
        send();
        database.execute("insert into freshlegs.kafka_offset values ('fatigue.episode.v1', 3, 17)");

        Warehouse.rebuild(database.address());
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED), gone(amber));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));
        assertThat(writer.after(AWriter.SETTLE).due()).isEmpty();

        writer.bring(amber);
        database.execute("insert into freshlegs.kafka_offset values ('fatigue.episode.v1', 3, 17)");
        assertThat(writer.after(AWriter.SETTLE).due()).isEmpty();
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));
        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("RED");
    }

    @Test
    void what_was_told_can_be_neither_changed_nor_deleted() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        send();

        assertThatThrownBy(() -> database.execute("update ledger.outbox set payload = '{}'"))
                .hasMessageContaining("what was told to people is never changed");
        assertThatThrownBy(() -> database.execute("delete from ledger.outbox"))
                .hasMessageContaining("what was told to people is never deleted");
    }

    @Test
    void a_stretch_of_history_does_not_hide_a_current_one_under_the_same_name() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-01", "2026-11-10", Status.RED));

        writer.bring(fatigue(ANNA, "2026-11-15", "2026-11-20", Status.AMBER));

        assertThat(writer.ids()).containsExactly("anna-2026-11-01-fatigue", "anna-2026-11-01-fatigue");
        assertThat(writer.outbox()).containsExactly("AMBER|PENDING");
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
