package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.AMovableClock;
import freshlegs.coach.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // a sender works while it is open
class OutboxSenderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Patience SHORT = new Patience(
            Duration.ofMillis(20),
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofHours(1),
            4);

    private final TestDatabase database = TestDatabase.empty();
    private final AMovableClock clock = new AMovableClock(NOON);

    @BeforeEach
    void anEpisodeStands() {
        database.run("""
                insert into ledger.episode (id, athlete, cause, first_day, last_day, opened_at, updated_at)
                values ('anna.2026-11-15.fatigue', 'anna', 'FATIGUE', '2026-11-15', '2026-11-20', now(), now());
                insert into freshlegs.episode (athlete, cause, first_day, last_day, open, status, why, low_confidence,
                    steps, domains, context, missing, id)
                values ('anna', 'FATIGUE', '2026-11-15', '2026-11-20', true, 'STOP', 'x', false, '[]', '[]', '[]', '[]',
                    'anna.2026-11-15.fatigue')
                """);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_due_message_is_told_once_with_its_key() {
        put("AMBER", "key-1", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that(AReceiver.GOOD);
                OutboxSenders sender = start(receiver.address())) {
            await().until(() -> state("key-1").equals("SENT"));
            put("RED", "key-2", "PENDING", NOON);
            await().until(() -> state("key-2").equals("SENT"));
            assertThat(receiver.calls()).extracting(AReceiver.Call::key).containsExactly("key-1", "key-2");
            assertThat(receiver.calls().get(0).contentType()).isEqualTo("application/json");
            assertThat(receiver.calls().get(0).body()).contains("\"text\": \"told AMBER\"");
            assertThat(ask("sent_at at time zone 'UTC'", "key-1")).startsWith("2026-11-20 12:00:00");
        }
    }

    @Test
    void nothing_is_told_before_its_time() {
        put("AMBER", "later", "PENDING", NOON.plusSeconds(60));
        put("RED", "now", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that(AReceiver.GOOD);
                OutboxSenders sender = start(receiver.address())) {
            await().until(() -> state("now").equals("SENT"));
            assertThat(state("later")).isEqualTo("PENDING");
            clock.advance(Duration.ofSeconds(61));
            await().until(() -> state("later").equals("SENT"));
        }
    }

    @Test
    void what_was_withdrawn_or_is_for_another_channel_is_left_alone() {
        put("AMBER", "withdrawn", "WITHDRAWN", NOON);
        put("RED", "mail", "PENDING", NOON);
        database.run("update ledger.outbox set channel = 'mail' where idempotency_key = 'mail'");
        put("STOP", "mine", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that(AReceiver.GOOD);
                OutboxSenders sender = start(receiver.address())) {
            await().until(() -> state("mine").equals("SENT"));
            assertThat(receiver.calls()).hasSize(1);
            assertThat(state("withdrawn")).isEqualTo("WITHDRAWN");
            assertThat(state("mail")).isEqualTo("PENDING");
        }
    }

    @Test
    void a_failing_receiver_is_tried_again_after_doubling_pauses() {
        put("AMBER", "key", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that(AReceiver.failingUntil(3));
                OutboxSenders sender = start(receiver.address())) {
            await().until(() ->
                    ask("attempts", "key").equals("1") && state("key").equals("PENDING"));
            assertThat(ask("last_error", "key")).isEqualTo("answered with status 500");
            assertThat(ask("next_attempt_at at time zone 'UTC'", "key")).startsWith("2026-11-20 12:00:05");
            clock.advance(Duration.ofSeconds(5));
            await().until(() ->
                    ask("attempts", "key").equals("2") && state("key").equals("PENDING"));
            assertThat(ask("next_attempt_at at time zone 'UTC'", "key")).startsWith("2026-11-20 12:00:15");
            clock.advance(Duration.ofSeconds(10));
            await().until(() -> state("key").equals("SENT"));
            assertThat(receiver.calls())
                    .hasSize(3)
                    .extracting(AReceiver.Call::key)
                    .containsOnly("key");
        }
    }

    @Test
    void after_enough_tries_it_is_given_up_with_the_reason() {
        put("AMBER", "key", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that(AReceiver.failingUntil(99));
                OutboxSenders sender = start(receiver.address())) {
            for (int attempt = 1; attempt < SHORT.tries(); attempt++) {
                String so_far = Integer.toString(attempt);
                await().until(() ->
                        ask("attempts", "key").equals(so_far) && state("key").equals("PENDING"));
                clock.advance(Duration.ofHours(1));
            }
            await().until(() -> state("key").equals("FAILED"));
            assertThat(ask("last_error", "key")).isEqualTo("answered with status 500");
            assertThat(receiver.calls()).hasSize(4);
        }
    }

    @Test
    void a_hanging_receiver_costs_no_more_than_the_time_limit() {
        put("AMBER", "key", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that((self, call, exchange) -> {
                    if (call == 1) {
                        self.hang();
                    }
                    AReceiver.status(exchange, 200, "");
                });
                OutboxSenders sender = start(receiver.address())) {
            await().until(() -> ask("last_error", "key").equals("no answer in time"));
            clock.advance(Duration.ofSeconds(5));
            await().until(() -> state("key").equals("SENT"));
        }
    }

    @Test
    void an_answer_without_end_is_not_waited_for() {
        put("AMBER", "key", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that((self, call, exchange) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(new byte[100_000]);
                    exchange.getResponseBody().flush();
                    self.hang();
                });
                OutboxSenders sender = start(receiver.address())) {
            await().until(() -> state("key").equals("SENT"));
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    @Test
    void a_redirect_is_not_followed() {
        put("AMBER", "key", "PENDING", NOON);
        try (AReceiver elsewhere = AReceiver.that(AReceiver.GOOD);
                AReceiver receiver = AReceiver.that((self, call, exchange) -> {
                    exchange.getResponseHeaders()
                            .set("Location", elsewhere.address().toString());
                    AReceiver.status(exchange, 307, "");
                });
                OutboxSenders sender = start(receiver.address())) {
            await().until(() -> ask("last_error", "key").equals("answered with status 307"));
            assertThat(elsewhere.calls()).isEmpty();
        }
    }

    @Test
    void a_receiver_that_is_not_there_is_tried_again() {
        put("AMBER", "key", "PENDING", NOON);
        URI nobody;
        try (AReceiver gone = AReceiver.that(AReceiver.GOOD)) {
            nobody = gone.address();
        }
        try (OutboxSenders sender = start(nobody)) {
            await().until(() -> ask("last_error", "key").equals("nobody answers there"));
            assertThat(state("key")).isEqualTo("PENDING");
        }
    }

    @Test
    void what_a_crash_left_behind_is_told_after_the_lease_with_the_same_key() {
        put("AMBER", "key", "SENDING", NOON);
        database.run("update ledger.outbox set attempts = 1, next_attempt_at = '2026-11-20 12:01Z'");
        put("RED", "other", "PENDING", NOON);
        try (AReceiver receiver = AReceiver.that(AReceiver.GOOD);
                OutboxSenders sender = start(receiver.address())) {
            await().until(() -> state("other").equals("SENT"));
            assertThat(state("key")).isEqualTo("SENDING");
            clock.advance(Duration.ofSeconds(61));
            await().until(() -> state("key").equals("SENT"));
            assertThat(receiver.calls()).extracting(AReceiver.Call::key).containsExactly("other", "key");
        }
    }

    @Test
    void a_sender_that_comes_back_after_its_lease_changes_nothing() {
        put("AMBER", "key", "PENDING", NOON);
        Outbox outbox = new Outbox(database.database());
        Message late = outbox.claimNext(NOON, NOON.plusSeconds(60)).orElseThrow();
        Message taken =
                outbox.claimNext(NOON.plusSeconds(61), NOON.plusSeconds(121)).orElseThrow();
        outbox.failed(late, "too late");
        assertThat(state("key")).isEqualTo("SENDING");
        outbox.sent(taken, NOON.plusSeconds(62));
        outbox.tryAgain(late, NOON.plusSeconds(70), "too late");
        assertThat(state("key")).isEqualTo("SENT");
    }

    @Test
    void two_senders_tell_each_message_once() {
        List<String> steps = List.of("GREEN", "WATCH", "AMBER", "RED", "ILLNESS", "STOP");
        IntStream.range(0, steps.size()).forEach(i -> put(steps.get(i), "key-" + i, "PENDING", NOON));
        try (AReceiver receiver = AReceiver.that(AReceiver.GOOD);
                OutboxSenders one = start(receiver.address());
                OutboxSenders two = start(receiver.address())) {
            await().until(() -> database.ask("select count(*) from ledger.outbox where state = 'SENT'")
                    .equals("6"));
            assertThat(receiver.calls())
                    .extracting(AReceiver.Call::key)
                    .doesNotHaveDuplicates()
                    .hasSize(6);
        }
    }

    @Test
    void while_the_database_is_away_messages_wait() {
        put("AMBER", "key", "PENDING", NOON.plusSeconds(1));
        try (AReceiver receiver = AReceiver.that(AReceiver.GOOD);
                OutboxSenders sender = start(receiver.address())) {
            database.goAway();
            clock.advance(Duration.ofSeconds(2));
            database.comeBack();
            await().until(() -> state("key").equals("SENT"));
            assertThat(receiver.calls()).hasSize(1);
        }
    }

    @Test
    void pauses_double_up_to_an_hour_and_a_lease_outlasts_a_try() {
        assertThat(Patience.USUAL.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.USUAL.pauseAfter(4)).isEqualTo(Duration.ofSeconds(40));
        assertThat(Patience.USUAL.pauseAfter(18)).isEqualTo(Duration.ofHours(1));
        Duration all = IntStream.range(1, Patience.USUAL.tries())
                .mapToObj(Patience.USUAL::pauseAfter)
                .reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(8), Duration.ofHours(10));
        assertThatIllegalArgumentException().isThrownBy(() -> new Patience(all, all, all, all, all, 3));
    }

    private OutboxSenders start(URI webhook) {
        return OutboxSenders.start(
                database.database(), Optional.of(webhook), delivery -> new Told.Received(), List.of(), SHORT, clock);
    }

    private void put(String step, String key, String state, Instant notBefore) {
        database.run(String.format(
                "insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, state,"
                        + " created_at, not_before) values ('anna.2026-11-15.fatigue', '%s', 'coach', 'webhook', '%s',"
                        + " '{\"text\": \"told %s\"}', '%s', '%s', '%s')",
                step, key, step, state, NOON.minusSeconds(60), notBefore));
    }

    private String state(String key) {
        return ask("state", key);
    }

    private String ask(String column, String key) {
        return database.ask("select " + column + " from ledger.outbox where idempotency_key = '" + key + "'");
    }
}
