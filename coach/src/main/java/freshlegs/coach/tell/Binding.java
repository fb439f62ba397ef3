package freshlegs.coach.tell;

import freshlegs.coach.access.Sql;
import freshlegs.coach.read.Database;
import freshlegs.coach.tell.Waiting.Urgency;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Puts what is due for people's channels into deliveries, as their manners have it: in one transaction for each channel, whose row is
 * held meanwhile, so that two consoles never bind the same.
 */
final class Binding {
    private static final String CHANNELS = """
            with waiting as (select o.channel,
                                    bool_or(o.told = 'STOP')                        as stop,
                                    bool_or(o.told = 'RED' and o.held_for is null) as red
                             from (select channel, held_for, case step when 'BACK' then payload ->> 'status' else step end as told
                                   from ledger.outbox
                                   where state = 'PENDING' and not_before <= ?) o
                             group by 1)
            select c.id, coalesce(w.stop, false) as stop, coalesce(w.red, false) as red,
                   coalesce(c.digest_at, c.created_at) as seen_to, coalesce(c.resume_at > ?, false) as resting, %s
            from access.channel c
                     left join access.manners m on m.account = c.account
                     left join waiting w on w.channel = 'channel:' || c.id
            where not c.paused and not ledger.is_rebuilding_at(?)
            order by c.id
            """.formatted(AccountManners.COLUMNS);
    private static final String HOLD = """
            select coalesce(digest_at, created_at) as seen_to
            from access.channel
            where id = ? and not paused
            for update skip locked
            """;
    /** Under a key that tells nothing; one that was withdrawn may go out after all under the same. */
    private static final String ALERT = """
            insert into ledger.delivery (kind, account, channel, idempotency_key, counted, created_at)
            select 'ALERT', recipient, channel, 'alert/' || encode(sha256(convert_to(idempotency_key, 'UTF8')), 'hex'), ?, ?
            from ledger.outbox
            where id = ?
            on conflict (idempotency_key) do update
                set state = 'PENDING', attempts = 0, counted = excluded.counted, created_at = excluded.created_at, next_attempt_at = null
                where delivery.state = 'WITHDRAWN'
            returning id
            """;

    private static final String DIGEST = """
            insert into ledger.delivery (kind, account, channel, subject, idempotency_key, counted, created_at)
            select 'DIGEST', c.account, 'channel:' || c.id, ?, 'digest/' || ? || '/channel:' || c.id, true, ?
            from access.channel c
            where c.id = ?
            on conflict (idempotency_key) do nothing
            returning id
            """;
    private static final String BIND = """
            update ledger.outbox
            set state = 'SENDING', next_attempt_at = null, delivery_id = ?
            where id = any (?) and state in ('PENDING', 'SENDING') and delivery_id is null
            """;

    private final Database database;
    private final AccountManners manners;

    Binding(Database database, AccountManners manners) {
        this.database = database;
        this.manners = manners;
    }

    /** A channel as a first look shows it, without what is due there. */
    private record Glance(String id, boolean stop, boolean red, Instant seenTo, boolean resting, Manners manners) {
        /** Most of the time there is nothing to be bound. */
        boolean isWorthALook(Instant now) {
            return stop
                    || (!resting
                            && !manners.isQuiet(now)
                            && (red || manners.lastDigest(now).isAfter(seenTo)));
        }
    }

    void bind(Instant now) {
        List<Glance> channels = database.write(connection -> Sql.over(connection)
                .list(
                        CHANNELS,
                        row -> new Glance(
                                row.getString("id"),
                                row.getBoolean("stop"),
                                row.getBoolean("red"),
                                Sql.moment(row, "seen_to"),
                                row.getBoolean("resting"),
                                manners.read(row)),
                        now,
                        now,
                        now));
        channels.stream()
                .filter(channel -> channel.isWorthALook(now))
                .forEach(channel -> database.write(connection -> {
                    bind(Sql.over(connection), channel, now);
                    return channel;
                }));
    }

    private static void bind(Sql sql, Glance channel, Instant now) throws SQLException {
        Optional<Instant> seenTo = sql.first(HOLD, row -> Sql.moment(row, "seen_to"), channel.id());
        if (seenTo.isEmpty()) {
            return;
        }
        Desk desk = new Desk(sql, now);
        List<Waiting> due = desk.due(channel.id());
        if (!holds(sql, due)) {
            return;
        }
        if (channel.resting()) {
            for (Waiting one : due) {
                if (one.urgency() == Urgency.STOP) {
                    alone(sql, one, now);
                }
            }
            return;
        }
        Decision.Past past = desk.past(channel.id(), channel.manners(), seenTo.get());
        carryOut(sql, channel, Decision.of(channel.manners(), due, past, now), now);
    }

    /** The warehouse may be about to change one: then the next round looks at all of them again. */
    private static boolean holds(Sql sql, List<Waiting> due) throws SQLException {
        return due.size()
                == sql.list(
                                "select id from ledger.outbox where id = any (?) and delivery_id is null"
                                        + " and state in ('PENDING', 'SENDING') for update skip locked",
                                row -> row.getLong("id"),
                                (Object) ids(due))
                        .size();
    }

    private static void carryOut(Sql sql, Glance channel, Decision decision, Instant now) throws SQLException {
        for (Waiting one : decision.atOnce()) {
            alone(sql, one, now);
        }
        if (!decision.digest().isEmpty()) {
            String day = channel.manners().day(now).toString();
            together(sql, sql.first(DIGEST, row -> row.getLong("id"), day, day, now, channel.id()), decision.digest());
        }
        List<Waiting> held = decision.held().entrySet().stream()
                .filter(entry -> entry.getValue().reason() == Decision.Reason.BUDGET)
                .map(entry -> entry.getKey())
                .toList();
        sql.update("update ledger.outbox set held_for = 'BUDGET' where id = any (?)", (Object) ids(held));
        sql.update("update access.channel set digest_at = ? where id = ?", decision.seenTo(), channel.id());
    }

    private static void alone(Sql sql, Waiting one, Instant now) throws SQLException {
        boolean counted = one.urgency() != Urgency.STOP;
        together(sql, sql.first(ALERT, row -> row.getLong("id"), counted, now, one.id()), List.of(one));
    }

    private static void together(Sql sql, Optional<Long> delivery, List<Waiting> messages) throws SQLException {
        if (delivery.isPresent()) {
            sql.update(BIND, delivery.get(), ids(messages));
        }
    }

    private static Long[] ids(List<Waiting> messages) {
        return messages.stream().map(Waiting::id).toArray(Long[]::new);
    }
}
