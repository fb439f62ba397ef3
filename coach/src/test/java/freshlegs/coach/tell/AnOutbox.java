package freshlegs.coach.tell;

import freshlegs.coach.TestDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Ben coaches anna, bea and cleo, and has one channel, {@code ben1}; whatever is put here is due for it at once. */
final class AnOutbox implements AutoCloseable {
    final TestDatabase database = TestDatabase.empty();
    final AccountManners manners = new AccountManners(database.database(), ZoneOffset.UTC);
    final Binding binding = new Binding(database.database(), manners);
    final Deliveries deliveries = new Deliveries(database.database(), manners);

    AnOutbox() {
        database.run("""
                insert into access.account (id, login, name, created_at) values ('ben', 'ben', 'Ben', '2026-11-01Z');
                insert into access.share (id, athlete, account, role, granted_by, granted_at)
                select a, a, 'ben', 'coach', 'x', '2026-11-01Z' from unnest(array ['anna', 'bea', 'cleo']) a
                """);
        channel("ben1");
    }

    void channel(String id) {
        database.run("insert into access.channel (id, account, kind, address, secret, created_at) values ('" + id
                + "', 'ben', 'webhook', 'https://receiver.example/" + id + "', 'whsec_c2VjcmV0', '2026-11-01Z')");
    }

    /** An alert that has reached a status and settled. */
    void put(String athlete, String status) {
        put(athlete, status, "ben1");
    }

    void put(String athlete, String status, String channel) {
        database.run("""
                insert into freshlegs.episode (athlete, cause, first_day, last_day, open, status, why, low_confidence, steps,
                    domains, context, missing, id)
                values ('%1$s', 'FATIGUE', '2026-11-15', '2026-11-30', true, '%2$s', 'Why of %1$s.', false, '[]', '[]', '[]', '[]', '%1$s-1')
                on conflict (athlete, cause, first_day) do update set status = excluded.status;
                insert into ledger.episode (id, athlete, cause, first_day, last_day, opened_at, updated_at)
                values ('%1$s-1', '%1$s', 'FATIGUE', '2026-11-15', '2026-11-30', now(), now()) on conflict do nothing;
                insert into ledger.outbox (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before)
                values ('%1$s-1', '%2$s', 'ben', 'channel:%3$s', '%1$s-1/%2$s/%3$s',
                    '{"id": "%1$s-1", "athlete": "%1$s", "step": "%2$s", "status": "%2$s", "cause": "FATIGUE", "why": "Why of %1$s."}',
                    '2026-11-01Z', '2026-11-01Z')
                """.formatted(athlete, status, channel));
    }

    void bind(String now) {
        binding.bind(Instant.parse(now));
    }

    Optional<Delivery> claim(String now) {
        Instant moment = Instant.parse(now);
        return deliveries.claimNext(moment, moment.plusSeconds(60));
    }

    /** Kind, state and the alerts of each, in order. */
    List<String> told() {
        String all = database.ask("""
                select string_agg(line, ';' order by id)
                from (select d.id, concat_ws(' ', d.kind, d.state,
                             (select string_agg(o.payload ->> 'athlete' || ' ' || o.state, ' ' order by o.id)
                              from ledger.outbox o where o.delivery_id = d.id)) as line
                      from ledger.delivery d) l
                """);
        return all.equals("null") ? List.of() : List.of(all.split(";"));
    }

    @Override
    public void close() {
        database.close();
    }
}
