package freshlegs.coach.tell;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The ledger's deliveries: PENDING, then SENDING while a sender holds one, then SENT, FAILED or WITHDRAWN, and with each the rows of the
 * outbox that it tells. While SENDING, {@code next_attempt_at} is the end of the holder's lease.
 */
final class Deliveries {
    /** Nobody holds it: it waits, or whoever held it has died. */
    private static final String FREE =
            " d.state in ('PENDING', 'SENDING') and (d.next_attempt_at is null or d.next_attempt_at <= ?) ";
    /** What may not be told any more leaves a delivery that nobody holds. */
    private static final String WITHDRAW_ROWS = """
            update ledger.outbox set state = 'WITHDRAWN'
            where id in (select o.id
                         from ledger.delivery d join ledger.outbox o on o.delivery_id = d.id join ledger.episode e on e.id = o.episode_id
                         where o.state = 'SENDING' and""" + FREE + """
                           and not ledger.may_be_told(e.athlete, d)
                         for update of d skip locked)
            """;

    private static final String WITHDRAW = """
            with over as (select d.id
                          from ledger.delivery d
                          where""" + FREE + """
                            and (d.until < ?
                              or not exists (select from access.channel c join access.account a on a.id = c.account
                                             where 'channel:' || c.id = d.channel and not c.paused and a.disabled_at is null)
                              or d.kind in ('ALERT', 'DIGEST')
                                 and not exists (select from ledger.outbox o where o.delivery_id = d.id and o.state = 'SENDING'))
                          for update skip locked),
                 gone as (update ledger.delivery set state = 'WITHDRAWN', next_attempt_at = null
                          where id in (select id from over) returning id)
            update ledger.outbox set state = 'WITHDRAWN' where state = 'SENDING' and delivery_id in (select id from gone)
            """;

    /**
     * A service or an account that hangs never takes all couriers: of one kind 16 are on their way at most, of one account 3. STOP is the
     * alert that counts in no budget.
     */
    private static final String WAITING = """
            with busy as (select b.channel, b.account, a.kind
                          from ledger.delivery b join access.channel a on 'channel:' || a.id = b.channel
                          where b.state = 'SENDING' and b.next_attempt_at > ?)
            select d.id, c.id as channel, d.kind = 'ALERT' and not d.counted as stop,
            """ + AccountManners.COLUMNS + """

            from ledger.delivery d
                     join access.channel c on 'channel:' || c.id = d.channel
                     left join access.manners m on m.account = c.account
            where""" + FREE + """
              and (c.resume_at is null or c.resume_at <= ?)
              and not exists (select from busy where busy.channel = d.channel)
              and (select count(*) from busy where busy.account = d.account) < 3
              and (select count(*) from busy where busy.kind = c.kind) < 16
            order by d.created_at, d.id
            limit 1000
            """;

    private static final String HOLD_CHANNEL =
            "select id from access.channel where id = ? and not paused for update skip locked";
    private static final String CLAIM = """
            update ledger.delivery d
            set state = 'SENDING', attempts = d.attempts + 1, next_attempt_at = ?
            where d.id = ? and""" + FREE + """
              and not exists (select from ledger.delivery busy
                              where busy.channel = d.channel and busy.state = 'SENDING' and busy.next_attempt_at > ?)
            returning d.id, d.idempotency_key, d.kind, d.account, d.channel, coalesce(d.subject, '') as subject, d.attempts
            """;
    /** Only the claim's own holder may say how it ended; {@code attempts} tells it from a later one. */
    private static final String HELD = " where id = ? and state = 'SENDING' and attempts = ?";

    private final Database database;
    private final AccountManners manners;

    Deliveries(Database database, AccountManners manners) {
        this.database = database;
        this.manners = manners;
    }

    /** What one may not tell any more, and what has lost its time or its channel, is withdrawn. */
    void withdraw(Instant now) {
        database.write(connection -> {
            Sql sql = Sql.over(connection);
            sql.update(WITHDRAW_ROWS, now);
            return sql.update(WITHDRAW, now, now);
        });
    }

    /** One delivery at a time for each channel, the oldest first; in quiet hours nothing but STOP, late ones neither. */
    Optional<Delivery> claimNext(Instant now, Instant leaseEnd) {
        withdraw(now);
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            record Open(long id, String channel, boolean stop, Manners manners) {}
            List<Open> open = sql.list(
                    WAITING,
                    row -> new Open(
                            row.getLong("id"), row.getString("channel"), row.getBoolean("stop"), manners.read(row)),
                    now,
                    now,
                    now);
            for (Open one : open) {
                Optional<Delivery> claimed = one.stop() || !one.manners().isQuiet(now)
                        ? claim(sql, one.id(), one.channel(), now, leaseEnd)
                        : Optional.empty();
                if (claimed.isPresent()) {
                    return claimed;
                }
            }
            return Optional.empty();
        });
    }

    /** The channel's row is held meanwhile, so that two senders never take two of its deliveries. */
    private static Optional<Delivery> claim(Sql sql, long id, String channel, Instant now, Instant leaseEnd)
            throws SQLException {
        if (sql.first(HOLD_CHANNEL, row -> row.getString("id"), channel).isEmpty()) {
            return Optional.empty();
        }
        return sql.first(
                CLAIM,
                row -> new Delivery(
                        row.getLong("id"),
                        row.getString("idempotency_key"),
                        row.getString("kind"),
                        row.getString("account"),
                        row.getString("channel"),
                        row.getString("subject"),
                        row.getInt("attempts")),
                leaseEnd,
                id,
                now,
                now);
    }

    /** One message that a delivery tells, and whether the week's budget had held it back. */
    record Content(String json, boolean held) {}

    /** What it tells of alerts, the first first. */
    List<Content> contents(Delivery delivery) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        "select payload::text as json, held_for is not null as held"
                                + " from ledger.outbox where delivery_id = ? and state = 'SENDING' order by id",
                        row -> new Content(row.getString("json"), row.getBoolean("held")),
                        delivery.id()));
    }

    void sent(Delivery delivery, Instant now) {
        end(delivery, "SENT", Optional.of(now), Optional.empty());
    }

    void failed(Delivery delivery, String why) {
        end(delivery, "FAILED", Optional.empty(), Optional.of(why));
    }

    void withdrawn(Delivery delivery) {
        end(delivery, "WITHDRAWN", Optional.empty(), Optional.empty());
    }

    private void end(Delivery delivery, String state, Optional<Instant> sentAt, Optional<String> why) {
        database.write(connection -> {
            Sql sql = Sql.over(connection);
            int ended = sql.update(
                    "update ledger.delivery set state = ?, sent_at = ?, last_error = ?" + HELD,
                    state,
                    sentAt,
                    why,
                    delivery.id(),
                    delivery.attempt());
            return ended == 0
                    ? 0
                    : sql.update(
                            "update ledger.outbox set state = ?, sent_at = ?, last_error = ?"
                                    + " where delivery_id = ? and state = 'SENDING'",
                            state,
                            sentAt,
                            why,
                            delivery.id());
        });
    }

    void tryAgain(Delivery delivery, Instant next, String why) {
        database.write(connection -> Sql.over(connection)
                .update(
                        "update ledger.delivery set state = 'PENDING', next_attempt_at = ?, last_error = ?" + HELD,
                        next,
                        why,
                        delivery.id(),
                        delivery.attempt()));
    }
}
