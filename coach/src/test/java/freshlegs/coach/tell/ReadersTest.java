package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.coach.ACoach;
import freshlegs.coach.ASignedInVisitor;
import freshlegs.coach.TestDatabase;
import freshlegs.coach.access.Account;
import freshlegs.coach.access.Act;
import freshlegs.coach.access.Acts;
import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Channels.Channel;
import freshlegs.coach.access.Role;
import freshlegs.coach.access.Shares;
import freshlegs.coach.channel.Notice;
import freshlegs.coach.page.Sayings;
import freshlegs.model.AthleteId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final String ALERT = "anna.2026-11-15.fatigue";
    private static final String HOOK = "https://example.org/in";
    private static final URI CONSOLE = URI.create("https://legs.example/");

    private final Instant now = ACoach.THAT_EVENING.instant();
    private final TestDatabase database = TestDatabase.withSquad();
    private final Shares shares = new Shares(database.database(), ACoach.THAT_EVENING);
    private final Channels channels = new Channels(database.database(), ACoach.THAT_EVENING);
    private final Acts acts = new Acts(database.database(), ACoach.THAT_EVENING);
    private final Readers readers =
            new Readers(database.database(), shares, Optional.of(acts), CONSOLE, Sayings.english());
    private final AlertNotice words = new AlertNotice(CONSOLE, Sayings.english());

    @AfterEach
    void close() {
        database.close();
    }

    private Channel channel(String login, Role role, String address) {
        Account account = ASignedInVisitor.account(database, login);
        shares.grant(AthleteId.of("anna"), account.id(), role, "test");
        channels.add(account.id(), address, known -> Optional.empty());
        return channels.of(account.id()).get(0);
    }

    private Notice told(Channel channel, String alert, String step) {
        String json = database.ask("select jsonb_build_object('id', id, 'athlete', athlete, 'step', '" + step
                + "', 'status', status, 'cause', cause, 'why', why, 'athleteWhy', athlete_why, 'confidence', confidence)::text"
                + " from freshlegs.episode where id = '" + alert + "'");
        return words.of("key", json, readers.of(channel, alert, now), now);
    }

    private static List<String> labels(Notice notice) {
        return notice.actions().stream().map(Notice.Action::label).toList();
    }

    private void proposed() {
        database.run("update freshlegs.prescription set proposed = true, adjustment = adjustment || '{\"instead\": {"
                + "\"kind\": \"REST\", \"title\": \"Rest\", \"minutes\": 0, \"hard\": false}}'"
                + " where athlete = 'anna' and adjustment is not null");
    }

    private void judged() {
        database.run("""
                insert into freshlegs.alert_verdict_revision (athlete, fact_id, revision, local_date, last_day, cause,
                    ingested_at, recorded_at, edit, verdict, status, rule_set, rules, decided_by, rank)
                select athlete, first_day || '.' || lower(cause), '1', first_day, last_day, lower(cause), now(),
                    '2026-11-20 17:00Z', 0, 'right', status, '1', '["fatigue.two-keys/1"]',
                    '{"role":"COACH","id":"c1"}', 1 from freshlegs.episode where id = 'anna.2026-11-15.fatigue'
                """);
        database.run("""
                insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at)
                select id, athlete, cause, first_day, last_day, status, now(), now() from freshlegs.episode
                """);
    }

    @Test
    void a_coach_is_offered_what_the_role_allows_and_the_alert_asks_for() {
        Channel coach = channel("ben", Role.COACH, HOOK);
        Channel assistant = channel("cleo", Role.ASSISTANT, HOOK);
        assertThat(labels(told(coach, ALERT, "AMBER")))
                .containsExactly("This is right", "This is wrong", "Keep the plan");
        assertThat(labels(told(assistant, ALERT, "AMBER")))
                .containsExactly("This is right", "This is wrong", "Snooze 3 days");
        proposed();
        assertThat(labels(told(coach, ALERT, "AMBER")))
                .containsExactly("This is right", "This is wrong", "Accept the change of the plan");
        judged();
        assertThat(labels(told(coach, ALERT, "BACK")))
                .containsExactly("Accept the change of the plan", "Keep the plan", "Snooze 3 days");
        assertThat(told(coach, ALERT, "GONE").actions()).isEmpty();
    }

    @Test
    void each_address_holds_who_may_do_what_about_which_change() {
        Channel coach = channel("ben", Role.COACH, "ben@club.example");
        Notice.Action keep = told(coach, ALERT, "AMBER").actions().get(2);
        assertThat(keep.address().toString()).startsWith("https://legs.example/act/");
        Act act =
                acts.read(keep.address().getPath().substring("/act/".length())).orElseThrow();
        assertThat(act.account()).isEqualTo(coach.account());
        assertThat(act.alert()).isEqualTo(ALERT);
        assertThat(act.change().orElseThrow().date()).hasToString("2026-11-22");
        assertThat(told(coach, ALERT, "AMBER").actions())
                .as("a message that is tried again says the same")
                .isEqualTo(told(coach, ALERT, "AMBER").actions());
    }

    @Test
    void rooms_viewers_and_consoles_that_take_no_answers_are_offered_nothing() {
        assertThat(told(channel("ben", Role.COACH, "https://hooks.slack.com/services/T/B/x"), ALERT, "AMBER")
                        .actions())
                .isEmpty();
        Channel coach = channel("cleo", Role.COACH, HOOK);
        Readers silent = new Readers(database.database(), shares, Optional.empty(), CONSOLE, Sayings.english());
        assertThat(silent.of(coach, ALERT, now).actions()).isEmpty();
        assertThat(told(channel("vic", Role.VIEWER, HOOK), ALERT, "AMBER").actions())
                .isEmpty();
    }

    @Test
    void the_athlete_reads_what_is_said_to_her() {
        Channel anna = channel("anna", Role.ATHLETE, HOOK);
        Notice notice = told(anna, ALERT, "AMBER");
        assertThat(notice.title()).isEqualTo("Take the next days easy");
        assertThat(notice.lines())
                .singleElement()
                .asString()
                .startsWith("There are signs of accumulating fatigue:")
                .contains("As things stand your plan is lighter until");
        assertThat(told(anna, ALERT, "GONE").title()).isEqualTo("The last message does not hold any more");
    }

    @Test
    void a_coach_is_told_how_often_such_alerts_were_right_once_somebody_has_said_so() {
        Channel coach = channel("ben", Role.COACH, HOOK);
        assertThat(told(coach, ALERT, "AMBER").lines()).noneMatch(line -> line.contains("confirmed"));
        judged();
        assertThat(told(coach, ALERT, "AMBER").lines()).contains("Alerts of this kind so far: 1 of 1 confirmed.");
    }
}
