package freshlegs.coach.tell;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import java.time.Instant;

/** Puts what is due for people's channels into deliveries, in one transaction for each channel. */
final class Binding {
    private static final String DUE = """
            select c.id
            from access.channel c
            where not c.paused
              and exists (select from ledger.outbox o where o.channel = 'channel:' || c.id and o.state = 'PENDING' and o.not_before <= ?)
            order by c.id
            """;
    private static final String HOLD =
            "select id from access.channel where id = ? and not paused for update skip locked";
    private static final String BIND = """
            with due as (select o.id, o.recipient, o.channel, o.idempotency_key
                         from ledger.outbox o join ledger.episode e on e.id = o.episode_id
                         where o.channel = ? and o.delivery_id is null
                           and o.id in (select d.id from ledger.outbox_due_at(?) d where d.channel = ?)
                           and exists (select from ledger.recipients(e.athlete) r where r.channel = o.channel)
                         order by o.id
                         for update of o skip locked),
                 told as (insert into ledger.delivery (kind, account, channel, idempotency_key, counted, created_at)
                          select 'ALERT', recipient, channel, 'alert/' || encode(sha256(convert_to(idempotency_key, 'UTF8')), 'hex'), true, ?
                          from due
                          on conflict (idempotency_key) do update set state = 'PENDING', created_at = excluded.created_at
                              where delivery.state = 'WITHDRAWN'
                          returning id, idempotency_key)
            update ledger.outbox o
            set state = 'SENDING', next_attempt_at = null, delivery_id = told.id
            from due, told
            where o.id = due.id
              and told.idempotency_key = 'alert/' || encode(sha256(convert_to(due.idempotency_key, 'UTF8')), 'hex')
            """;

    private final Database database;

    Binding(Database database) {
        this.database = database;
    }

    void bind(Instant now) {
        for (String channel :
                database.write(connection -> Sql.over(connection).list(DUE, row -> row.getString("id"), now))) {
            database.write(connection -> {
                Sql sql = Sql.over(connection);
                return sql.first(HOLD, row -> row.getString("id"), channel).isEmpty()
                        ? 0
                        : sql.update(BIND, "channel:" + channel, now, "channel:" + channel, now);
            });
        }
    }
}
