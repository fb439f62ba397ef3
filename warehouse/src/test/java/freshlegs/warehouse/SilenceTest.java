package freshlegs.warehouse;

import static freshlegs.warehouse.Given.ANNA;
import static freshlegs.warehouse.Given.BERT;
import static freshlegs.warehouse.Given.fatigue;
import static freshlegs.warehouse.Given.gone;
import static freshlegs.warehouse.Given.retracted;
import static freshlegs.warehouse.Given.silence;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Status;
import freshlegs.model.fact.FactKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that people want not to have. */
class SilenceTest {
    private static final Optional<String> FOR_EVER = Optional.empty();

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

    private List<String> held() throws Exception {
        return database.rows("select o.step, ledger.silenced_by(o, '" + writer.now() + "') from ledger.outbox_true_at('"
                + writer.now() + "') o where ledger.silenced_by(o, '" + writer.now() + "') is not null order by o.id");
    }

    private void send() throws Exception {
        database.execute("update ledger.outbox set state = 'SENT', sent_at = now() where state = 'PENDING'");
    }

    @Test
    void what_is_snoozed_is_held_back_visibly_and_told_once_when_the_snooze_is_over() throws Exception {
        writer.bring(silence(ANNA, "fatigue", "2026-11-20", Optional.of("2026-11-22"), 0, false));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        writer.bring(fatigue(BERT, "2026-11-18", "2026-11-20", Status.AMBER));
        writer.after(AWriter.SETTLE);
        assertThat(writer.due()).containsExactly("AMBER");
        assertThat(held()).containsExactly("AMBER|fatigue");

        writer.at("2026-11-22T23:59:00Z");
        assertThat(held()).containsExactly("AMBER|fatigue");

        writer.at("2026-11-23T00:01:00Z");
        assertThat(held()).isEmpty();
        assertThat(writer.due()).containsExactly("AMBER", "AMBER");
        send();
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-23", Status.AMBER));
        assertThat(writer.after(AWriter.SETTLE).due()).isEmpty();
    }

    @Test
    void a_mute_holds_until_it_is_lifted_or_retracted() throws Exception {
        writer.bring(silence(ANNA, "fatigue", "2026-11-20", FOR_EVER, 0, false));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        writer.at("2026-11-25T08:00:00Z");
        assertThat(writer.due()).isEmpty();

        writer.bring(silence(ANNA, "fatigue", "2026-11-20", FOR_EVER, 1, true));
        assertThat(writer.due()).containsExactly("AMBER");

        writer.bring(silence(ANNA, "fatigue", "2026-11-20", FOR_EVER, 2, false));
        assertThat(writer.due()).isEmpty();
        writer.bring(retracted(ANNA, FactKind.SILENCE, "fatigue"));
        assertThat(writer.due()).containsExactly("AMBER");
    }

    @Test
    void lifting_a_silence_tells_no_history() throws Exception {
        writer.bring(silence(ANNA, "fatigue", "2026-11-20", FOR_EVER, 0, false));
        writer.bring(fatigue(ANNA, "2026-11-10", "2026-11-20", Status.AMBER));

        writer.at("2026-11-28T08:00:00Z").bring(silence(ANNA, "fatigue", "2026-11-20", FOR_EVER, 1, true));

        assertThat(writer.due()).isEmpty();
        assertThat(held()).isEmpty();
        assertThat(writer.outbox()).containsExactly("AMBER|PENDING");
    }

    @Test
    void what_waits_for_a_receiver_and_was_never_silenced_is_told_however_late() throws Exception {
        writer.bring(fatigue(ANNA, "2026-11-10", "2026-11-20", Status.AMBER));

        assertThat(writer.at("2026-12-28T08:00:00Z").due()).containsExactly("AMBER");
    }

    @Test
    void an_escalation_to_red_is_told_in_spite_of_a_mute() throws Exception {
        writer.bring(silence(ANNA, "fatigue", "2026-11-20", FOR_EVER, 0, false));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-19", Status.AMBER));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.RED));

        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("RED");
        assertThat(writer.outbox()).containsExactly("AMBER|WITHDRAWN", "RED|PENDING");
    }

    @Test
    void that_a_told_alert_is_withdrawn_is_told_in_spite_of_a_mute_and_that_it_is_back_is_not() throws Exception {
        var amber = fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER);
        writer.bring(amber);
        send();
        writer.bring(silence(ANNA, "fatigue", "2026-11-20", FOR_EVER, 0, false));
        writer.bring(gone(amber));
        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("GONE");
        send();

        writer.bring(amber);

        assertThat(writer.after(AWriter.SETTLE).due()).isEmpty();
        assertThat(held()).containsExactly("BACK|fatigue");
    }

    @Test
    void a_silence_of_another_rule_or_for_days_to_come_holds_nothing() throws Exception {
        writer.bring(silence(ANNA, "fatigue.slow-and-marker", "2026-11-20", FOR_EVER, 0, false));
        writer.bring(silence(ANNA, "fatigue", "2026-11-21", FOR_EVER, 0, false));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));

        assertThat(writer.after(AWriter.SETTLE).due()).containsExactly("AMBER");
    }

    @Test
    void a_silence_of_the_only_rule_that_raised_the_alert_holds_it_back() throws Exception {
        writer.bring(silence(ANNA, "fatigue.two-keys", "2026-11-20", FOR_EVER, 0, false));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));
        raisedBy("chart.hrv/1", "fatigue.two-keys/1");
        writer.after(AWriter.SETTLE);
        assertThat(writer.due()).isEmpty();

        raisedBy("fatigue.slow-and-marker/1", "fatigue.two-keys/1");
        assertThat(writer.due()).containsExactly("AMBER");
    }

    private static void raisedBy(String... rules) throws Exception {
        database.execute("update freshlegs.episode set rules = to_jsonb(array['" + String.join("','", rules) + "'])");
    }

    @Test
    void the_day_of_a_snooze_ends_where_the_athlete_lives() throws Exception {
        writer.bring(Given.profile(
                ANNA,
                Given.day("2026-01-01"),
                writer.now().minus(Duration.ofDays(1)),
                Optional.of(ZoneId.of("Pacific/Auckland")),
                OptionalInt.empty()));
        writer.bring(silence(ANNA, "fatigue", "2026-11-20", Optional.of("2026-11-20"), 0, false));
        writer.bring(fatigue(ANNA, "2026-11-18", "2026-11-20", Status.AMBER));

        assertThat(writer.at("2026-11-20T10:30:00Z").due()).isEmpty();
        assertThat(writer.at("2026-11-20T11:30:00Z").due()).containsExactly("AMBER");
    }
}
