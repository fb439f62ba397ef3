package freshlegs.coach.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Days of November 2026 in UTC; the twentieth is a Friday, the twenty-third a Monday. */
class BindingTest {
    private final AnOutbox outbox = new AnOutbox();

    @AfterEach
    void close() {
        outbox.close();
    }

    @Test
    void stop_is_told_in_the_night_red_in_the_morning_and_all_else_together_at_the_hour() {
        outbox.put("anna", "AMBER");
        outbox.put("bea", "RED");
        outbox.put("cleo", "STOP");
        outbox.bind("2026-11-20T02:00:00Z");
        assertThat(outbox.told()).containsExactly("ALERT PENDING cleo SENDING");
        outbox.bind("2026-11-20T06:59:59Z");
        assertThat(outbox.told()).hasSize(1);
        outbox.bind("2026-11-20T07:00:00Z");
        assertThat(outbox.told())
                .containsExactly(
                        "ALERT PENDING cleo SENDING", "ALERT PENDING bea SENDING", "DIGEST PENDING anna SENDING");
        assertThat(ask("select count(*) from ledger.outbox_due_at('2026-11-20 08:00Z')"))
                .isEqualTo("0");
        assertThat(ask("select count(*) from ledger.delivery where counted")).isEqualTo("2");
    }

    @Test
    void what_comes_after_the_hour_waits_for_the_next_day_and_comes_with_what_has_come_since() {
        outbox.bind("2026-11-20T07:00:00Z");
        outbox.put("anna", "AMBER");
        outbox.bind("2026-11-20T07:00:01Z");
        outbox.put("bea", "ILLNESS");
        outbox.bind("2026-11-20T20:00:00Z");
        assertThat(outbox.told()).isEmpty();
        outbox.bind("2026-11-21T07:00:00Z");
        assertThat(outbox.told()).containsExactly("DIGEST PENDING anna SENDING bea SENDING");
        assertThat(ask("select subject || ' ' || idempotency_key from ledger.delivery"))
                .isEqualTo("2026-11-21 digest/2026-11-21/channel:ben1");
    }

    @Test
    void a_used_up_budget_holds_back_all_but_stop_until_monday_and_then_it_comes_in_the_digest() {
        outbox.database.run("insert into access.manners values ('ben', 'UTC', '07:00', '21:00', '07:00', 1, 'MONDAY')");
        outbox.bind("2026-11-20T07:00:00Z");
        outbox.put("anna", "RED");
        outbox.put("bea", "RED");
        outbox.put("cleo", "STOP");
        outbox.bind("2026-11-20T09:00:00Z");
        assertThat(outbox.told()).containsExactly("ALERT PENDING cleo SENDING", "ALERT PENDING anna SENDING");
        outbox.bind("2026-11-22T07:00:00Z");
        assertThat(outbox.told()).hasSize(2);
        outbox.bind("2026-11-23T00:00:00Z");
        assertThat(outbox.told()).hasSize(2);
        outbox.bind("2026-11-23T07:00:00Z");
        assertThat(outbox.told()).last().isEqualTo("DIGEST PENDING bea SENDING");
        assertThat(ask("select held_for from ledger.outbox where episode_id = 'bea-1'"))
                .isEqualTo("BUDGET");
    }

    @Test
    void what_a_delivery_tells_is_fixed_and_ends_as_it_does() {
        outbox.put("anna", "AMBER");
        outbox.bind("2026-11-20T07:00:00Z");
        Delivery first = outbox.claim("2026-11-20T07:00:00Z").orElseThrow();
        outbox.put("bea", "AMBER");
        outbox.deliveries.tryAgain(first, Instant.parse("2026-11-20T07:05:00Z"), "it is broken");
        outbox.bind("2026-11-20T07:05:00Z");
        Delivery again = outbox.claim("2026-11-20T07:05:00Z").orElseThrow();
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(outbox.deliveries.contents(again)).hasSize(1);
        outbox.deliveries.failed(first, "too late to say so");
        outbox.deliveries.sent(again, Instant.parse("2026-11-20T07:05:01Z"));
        assertThat(outbox.told()).containsExactly("DIGEST SENT anna SENT");
    }

    @Test
    void whoever_stops_sharing_is_left_out_and_nothing_is_sent_of_her_alone() {
        outbox.put("anna", "AMBER");
        outbox.put("bea", "AMBER");
        outbox.put("cleo", "RED");
        outbox.bind("2026-11-20T07:00:00Z");
        outbox.database.run(
                "update access.share set revoked_at = now(), revoked_by = 'x' where athlete in ('bea', 'cleo')");
        Delivery left = outbox.claim("2026-11-20T07:00:00Z").orElseThrow();
        assertThat(outbox.deliveries.contents(left)).singleElement().asString().contains("anna");
        assertThat(outbox.claim("2026-11-20T07:02:00Z").map(Delivery::kind)).contains("DIGEST");
        assertThat(outbox.told())
                .containsExactly("ALERT WITHDRAWN cleo WITHDRAWN", "DIGEST SENDING anna SENDING bea WITHDRAWN");
    }

    @Test
    void a_channel_that_is_paused_or_removed_or_an_account_that_is_disabled_leaves_it_withdrawn() {
        for (String end : List.of(
                "update access.channel set paused = true where id = 'ben2'",
                "delete from access.channel where id = 'ben3'",
                "update access.account set disabled_at = now()")) {
            outbox.database.run("update access.account set disabled_at = null");
            String channel = "ben" + (outbox.told().size() + 2);
            outbox.channel(channel);
            outbox.put("anna", "RED", channel);
            outbox.bind("2026-11-20T12:00:00Z");
            outbox.database.run(end);
            assertThat(outbox.claim("2026-11-20T12:00:00Z")).isEmpty();
            assertThat(outbox.told()).last().isEqualTo("ALERT WITHDRAWN anna WITHDRAWN");
        }
    }

    @Test
    void one_that_was_withdrawn_goes_out_under_the_same_key_when_it_may_again() {
        outbox.put("anna", "RED");
        outbox.bind("2026-11-20T12:00:00Z");
        String key = ask("select idempotency_key from ledger.delivery");
        outbox.database.run("update access.channel set paused = true");
        assertThat(outbox.claim("2026-11-20T12:00:00Z")).isEmpty();
        outbox.database.run("""
                update access.channel set paused = false;
                update ledger.outbox set state = 'PENDING', delivery_id = null
                """);
        outbox.bind("2026-11-20T12:01:00Z");
        assertThat(outbox.claim("2026-11-20T12:01:00Z").map(Delivery::key)).contains(key);
    }

    @Test
    void a_try_that_comes_late_waits_for_the_end_of_the_night_too() {
        outbox.put("anna", "RED");
        outbox.put("bea", "STOP");
        outbox.bind("2026-11-20T20:59:59Z");
        assertThat(outbox.claim("2026-11-20T21:00:00Z")
                        .map(outbox.deliveries::contents)
                        .toString())
                .contains("bea");
        assertThat(outbox.claim("2026-11-20T23:00:00Z").map(Delivery::attempt)).contains(2);
        outbox.database.run("update ledger.delivery set state = 'FAILED' where not counted");
        assertThat(outbox.claim("2026-11-21T06:59:00Z")).isEmpty();
        assertThat(outbox.claim("2026-11-21T07:00:00Z")).isPresent();
    }

    @Test
    void a_channel_that_rests_takes_up_nothing_but_stop() {
        outbox.database.run("update access.channel set resume_at = '2026-11-20 12:30Z'");
        outbox.put("anna", "RED");
        outbox.put("bea", "AMBER");
        outbox.put("cleo", "STOP");
        outbox.bind("2026-11-20T12:00:00Z");
        assertThat(outbox.told()).containsExactly("ALERT PENDING cleo SENDING");
        assertThat(outbox.claim("2026-11-20T12:00:00Z")).isEmpty();
        outbox.bind("2026-11-20T12:30:00Z");
        assertThat(outbox.told()).hasSize(3);
    }

    @Test
    void a_channel_has_one_delivery_at_a_time_and_a_dead_holder_loses_it_with_its_lease() {
        outbox.put("anna", "RED");
        outbox.put("bea", "RED");
        outbox.bind("2026-11-20T12:00:00Z");
        Delivery held = outbox.claim("2026-11-20T12:00:00Z").orElseThrow();
        assertThat(outbox.claim("2026-11-20T12:00:59Z")).isEmpty();
        assertThat(outbox.claim("2026-11-20T12:01:00Z").map(Delivery::id)).contains(held.id());
    }

    @Test
    void nothing_is_taken_up_while_the_tables_are_read_again() {
        outbox.put("anna", "AMBER");
        outbox.database.run("insert into ledger.unread values ('training.day.v1', 0, 10, '2026-11-20 06:00Z')");
        outbox.bind("2026-11-20T07:00:00Z");
        assertThat(outbox.told()).isEmpty();
        outbox.database.run("delete from ledger.unread");
        outbox.bind("2026-11-20T07:10:00Z");
        assertThat(outbox.told()).containsExactly("DIGEST PENDING anna SENDING");
    }

    @Test
    void many_consoles_at_once_bind_and_claim_each_once() {
        IntStream.range(1, 9).forEach(i -> {
            outbox.channel("more" + i);
            outbox.put("anna", "AMBER", "more" + i);
            outbox.put("bea", "RED", "more" + i);
        });
        together(() -> outbox.bind("2026-11-20T07:00:00Z"));
        assertThat(ask("select count(*) || ' ' || count(distinct channel) from ledger.delivery where kind = 'ALERT'"))
                .isEqualTo("8 8");
        assertThat(ask("select count(*) || ' ' || count(distinct channel) from ledger.delivery where kind = 'DIGEST'"))
                .isEqualTo("8 8");
        together(() -> outbox.claim("2026-11-20T07:00:00Z"));
        assertThat(ask("select max(n) from (select count(*) as n from ledger.delivery where state = 'SENDING'"
                        + " group by channel) busy"))
                .isEqualTo("1");
    }

    private static void together(Runnable work) {
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < 4; i++) {
                                work.run();
                            }
                        }))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private String ask(String question) {
        return outbox.database.ask(question);
    }
}
