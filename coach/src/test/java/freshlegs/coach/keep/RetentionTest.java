package freshlegs.coach.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.coach.ACoach;
import freshlegs.coach.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** It is the evening of 20 November 2026. */
class RetentionTest {
    private static TestDatabase database;

    @BeforeAll
    static void fill() {
        database = TestDatabase.empty();
        database.run("""
                insert into access.account (id, login, name, created_at, disabled_at) values
                ('a', 'anna', 'Anna', now(), null), ('c', 'closed.c', 'Closed account', now(), '2025-10-01'),
                ('d', 'closed.d', 'Closed account', now(), '2026-10-01'), ('e', 'disabled', 'E', now(), '2020-01-01');
                insert into access.audit (at, account, athletes, method, route, allowed, via)
                select day, 'a', 0, 'GET', '/', true, 'session'
                from generate_series(date '2025-10-01', '2026-11-20', '1 day') day;
                insert into access.session values
                ('idle', 'a', '2026-11-01', '2026-11-01', '2027-01-01'), ('used', 'a', '2026-11-01', '2026-11-20', '2027-01-01'),
                ('over', 'a', '2026-11-01', '2026-11-20', '2026-11-20');
                insert into access.token (id, sha256, account, name, scopes, created_at, expires_at, revoked_at) values
                ('revoked long ago', '1', 'a', 't', 'read', '2026-01-01', '2027-01-01', '2026-08-01'),
                ('revoked lately', '2', 'a', 't', 'read', '2026-01-01', '2027-01-01', '2026-11-01'),
                ('expired', '3', 'a', 't', 'read', '2026-01-01', '2026-08-01', null),
                ('valid', '4', 'a', 't', 'read', '2026-01-01', '2027-01-01', null);
                insert into access.invitation (id, sha256, invited_by, invited_at, expires_at, accepted_at, accepted_by) values
                ('accepted', '1', 'x', '2026-08-01', '2026-08-15', '2026-08-02', 'a'),
                ('open', '2', 'x', '2026-11-10', '2026-11-24', null, null);
                insert into access.share (id, athlete, account, role, granted_by, granted_at, revoked_by, revoked_at) values
                ('standing', 'anna', 'a', 'athlete', 'x', '2020-01-01', null, null),
                ('ended long ago', 'ben', 'c', 'viewer', 'x', '2020-01-01', 'x', '2025-10-01'),
                ('ended', 'ben', 'd', 'viewer', 'x', '2020-01-01', 'x', '2026-10-01');
                insert into access.act_used values ('old', '2026-10-01', '2026-11-01'), ('new', '2026-11-20', '2026-11-27');
                insert into ledger.episode (id, athlete, cause, first_day, last_day, told_status, opened_at, updated_at) values
                ('old', 'anna', 'FATIGUE', '2023-10-01', '2023-10-09', 'AMBER', now(), now()),
                ('long', 'anna', 'ILLNESS', '2023-10-01', '2026-11-10', 'AMBER', now(), now());
                insert into ledger.delivery (kind, account, channel, idempotency_key, state, created_at) values
                ('ALERT', 'a', 'c', 'of the old one', 'SENT', '2023-10-01'),
                ('ALERT', 'a', 'c', 'of both', 'SENT', '2023-10-01'), ('REVIEW', 'a', 'c', 'of none', 'SENT', '2023-10-01'),
                ('REVIEW', 'a', 'c', 'of yesterday', 'SENT', '2026-11-19');
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, state, created_at,
                                           not_before, delivery_id)
                select told.episode, told.step, 'a', 'c', told.episode || told.step, '{}', told.state, '2023-10-01', '2023-10-01', d.id
                from (values ('old', 'AMBER', 'SENT', 'of the old one'), ('old', 'RED', 'SENT', 'of both'),
                             ('old', 'STOP', 'PENDING', null), ('long', 'AMBER', 'SENT', 'of both'))
                         as told(episode, step, state, key) left join ledger.delivery d on d.idempotency_key = told.key;
                """);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void what_is_over_goes_and_what_stands_or_is_news_stays() {
        Retention retention = new Retention(database.database(), Periods.usual(), ACoach.THAT_EVENING);

        assertThat(retention.sweep())
                .isEqualTo(Map.of(
                        "access.audit", 16,
                        "access.session", 2,
                        "access.token", 2,
                        "access.invitation", 1,
                        "access.share", 1,
                        "access.account", 1,
                        "access.act_used", 1,
                        "ledger.outbox", 2,
                        "ledger.delivery", 2));

        assertThat(all("date(min(at))::text", "access.audit")).isEqualTo("2025-10-17");
        assertThat(all("sha256", "access.session")).isEqualTo("used");
        assertThat(all("id", "access.token")).isEqualTo("revoked lately, valid");
        assertThat(all("id", "access.invitation")).isEqualTo("open");
        assertThat(all("id", "access.share")).isEqualTo("ended, standing");
        assertThat(all("id", "access.account")).isEqualTo("a, d, e");
        assertThat(all("episode_id || ' ' || step", "ledger.outbox")).isEqualTo("long AMBER, old STOP");
        assertThat(all("idempotency_key", "ledger.delivery")).isEqualTo("of both, of yesterday");
        assertThat(retention.sweep()).isEmpty();
    }

    @Test
    void whoever_shows_the_pages_does_it_by_itself() {
        try (TestDatabase shown = TestDatabase.empty()) {
            shown.run("insert into access.audit (at, account, athletes, method, route, allowed, via)"
                    + " values ('2025-10-01', 'a', 0, 'GET', '/', true, 'session')");
            try (ACoach coach = ACoach.lookingAt(shown)) {
                await().until(() -> shown.ask("select count(*) from access.audit where at < '2026-01-01'")
                        .equals("0"));
                assertThat(coach.get("/healthz").statusCode()).isEqualTo(200);
            }
        }
    }

    private static String all(String what, String table) {
        return database.ask("select string_agg(what, ', ' order by what) from (select " + what + " as what from "
                + table + ") found");
    }
}
