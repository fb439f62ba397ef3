package freshlegs.coach.web;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Role;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On the evening of Friday 20 November 2026, 18:00 in UTC and 07:45 the next day on the Chatham Islands. */
class MannersPagesTest {
    private static final String PAGE = "/account/manners";
    private static final String FORM =
            "zone=Europe/Berlin&toldAt=06:30&quietFrom=22:00&quietTo=06:00&weeklyBudget=5&reviewOn=SUNDAY";

    private final TestDatabase database = TestDatabase.withSquad();
    private final ACoach coach = ACoach.lookingAt(database);
    private final ASignedInVisitor ben =
            ASignedInVisitor.of(database, coach, "ben").as(database, Role.COACH, "anna");

    @AfterEach
    void close() {
        coach.close();
        database.close();
    }

    @Test
    void manners_are_the_usual_ones_until_they_are_changed() {
        assertThat(ben.get(PAGE).body())
                .contains("name=\"toldAt\" value=\"07:00\"", "value=\"21:00\"", "value=\"10\"")
                .contains("<option value=\"UTC\" selected>");
        assertThat(ben.post(PAGE, FORM).statusCode()).isEqualTo(303);
        assertThat(ben.get(PAGE + "?saved=1").body())
                .contains("Saved.", "name=\"toldAt\" value=\"06:30\"", "value=\"22:00\"", "value=\"5\"")
                .contains("<option value=\"Europe/Berlin\" selected>", "<option value=\"SUNDAY\" selected>Sunday");
        assertThat(ben.get("/account").body()).contains("href=\"/account/manners\"");
        assertThat(ben.get("/account/channels").body()).contains("href=\"/account/manners\"");
    }

    @Test
    void what_cannot_be_read_says_what_would_do_and_changes_nothing() {
        Map.of(
                        "zone=Mars/Base", "There is no such time zone",
                        "zone=", "There is no such time zone",
                        "toldAt=7", "An hour looks like 07:00",
                        "quietFrom=24:00", "An hour looks like 07:00",
                        "weeklyBudget=0", "a whole number from 1 to 100",
                        "weeklyBudget=101", "a whole number from 1 to 100",
                        "weeklyBudget=1e1", "a whole number from 1 to 100",
                        "reviewOn=SOMEDAY", "Choose a day from Monday to Sunday")
                .forEach((wrong, sentence) -> {
                    String field = wrong.substring(0, wrong.indexOf('='));
                    var answer = ben.post(PAGE, FORM.replaceAll(field + "=[^&]*", wrong));
                    assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
                    assertThat(answer.body()).contains(sentence);
                });
        assertThat(database.ask("select count(*) from access.manners")).isEqualTo("0");
    }

    @Test
    void what_is_held_back_and_why_and_until_when_stands_on_the_page_and_on_the_board() {
        assertThat(ben.text(PAGE)).contains("Nothing: you know all that there is to be told.");
        assertThat(ben.text("/")).doesNotContain("daily message");
        waits();
        assertThat(ben.text(PAGE))
                .contains("anna: amber, fatigue suspected . Waits for the daily message of Sat 21 Nov, 07:00.");
        assertThat(ben.text("/")).contains("1 alert waits for your daily message of Sat 21 Nov, 07:00. Why");

        ben.post(PAGE, FORM.replace("Europe/Berlin", "Pacific/Chatham").replace("quietTo=06:00", "quietTo=07:15"));
        assertThat(ben.text(PAGE)).contains("daily message of Sun 22 Nov, 07:15.");
        ben.post(PAGE, FORM.replace("weeklyBudget=5", "weeklyBudget=1"));
        database.run("""
                insert into ledger.delivery (kind, account, channel, idempotency_key, counted, state, created_at)
                values ('ALERT', 'x', 'channel:c', 'k', true, 'SENT', '2026-11-20 12:00Z')
                """);
        assertThat(ben.text(PAGE))
                .contains("This week's messages are used up: it waits for the daily message of Mon 23 Nov, 06:30.");
        assertThat(ben.text("/")).contains("1 alert is held back by your weekly budget until Mon 23 Nov, 06:30.");
    }

    /** An amber alert of anna since noon, for a channel of Ben's that nobody has looked at since this morning. */
    private void waits() {
        database.run("""
                insert into access.channel (id, account, kind, address, secret, created_at, digest_at)
                select 'c', id, 'webhook', 'https://receiver.example/', 'whsec_c2VjcmV0', '2026-11-01Z', '2026-11-20 18:00Z'
                from access.account where login = 'ben';
                insert into ledger.episode (id, athlete, cause, first_day, last_day, opened_at, updated_at)
                values ('anna.2026-11-15.fatigue', 'anna', 'FATIGUE', '2026-11-15', '2026-11-20', now(), now())
                on conflict do nothing;
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before)
                select 'anna.2026-11-15.fatigue', 'AMBER', account, 'channel:c', 'key',
                       '{"id": "anna.2026-11-15.fatigue", "athlete": "anna", "step": "AMBER", "status": "AMBER", "cause": "FATIGUE", "why": "x"}',
                       '2026-11-20 12:00Z', '2026-11-20 12:00Z'
                from access.channel;
                """);
    }
}
