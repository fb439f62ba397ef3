package freshlegs.coach.tell;

import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Sql;
import freshlegs.coach.tell.Waiting.Urgency;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What lies before one channel: what is due for it, and what it has had. */
final class Desk {
    /** Only what may still be told there. */
    private static final String DUE = """
            select o.id, o.step, o.payload ->> 'status' as status, o.held_for is not null as held
            from ledger.outbox o join ledger.episode e on e.id = o.episode_id
            where o.channel = ? and o.delivery_id is null
              and o.id in (select d.id from ledger.outbox_due_at(?) d where d.channel = ?)
              and exists (select from ledger.recipients(e.athlete) r where r.channel = o.channel and r.recipient = o.recipient)
            order by o.id
            """;
    /** Two days hold today's digest in every zone. */
    private static final String HAD = """
            select count(*) filter (where counted and state <> 'WITHDRAWN' and created_at >= ?) as counted,
                   max(subject) filter (where kind = 'DIGEST') as digest
            from ledger.delivery
            where channel = ? and created_at >= least(?::timestamptz, ?::timestamptz)
            """;

    private final Sql sql;
    private final Instant now;

    Desk(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    List<Waiting> due(String channel) throws SQLException {
        String name = Channels.PREFIX + channel;
        return sql.list(
                DUE,
                row -> new Waiting(
                        row.getLong("id"),
                        Urgency.of(
                                row.getString("step"),
                                String.valueOf(row.getString("status")),
                                row.getBoolean("held"))),
                name,
                now,
                name);
    }

    Decision.Past past(String channel, Manners manners, Instant seenTo) throws SQLException {
        Instant week = manners.weekStart(now);
        return sql.first(
                        HAD,
                        row -> new Decision.Past(
                                row.getInt("counted"),
                                Optional.ofNullable(row.getString("digest")).map(LocalDate::parse),
                                seenTo),
                        week,
                        Channels.PREFIX + channel,
                        week,
                        now.minus(Duration.ofDays(2)))
                .orElseThrow();
    }
}
