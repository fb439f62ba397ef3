package freshlegs.warehouse;

import freshlegs.model.Status;
import freshlegs.model.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The messages to people; only pending ones are ever changed here, the others belong to their sender. */
final class Outbox {
    private static final String WITHDRAW_ABOVE = """
            update ledger.outbox set state = 'WITHDRAWN'
            where episode_id = ? and state = 'PENDING' and ledger.severity(step) > coalesce(ledger.severity(?), 0)
            """;
    private static final String WITHDRAW_BELOW = """
            update ledger.outbox set state = 'WITHDRAWN'
            where episode_id = ? and state = 'PENDING' and ledger.severity(step) < ledger.severity(?)
            """;
    private static final String TOLD = """
            select step from ledger.outbox where episode_id = ? and state <> 'WITHDRAWN' and ledger.is_alert(step)
            order by ledger.severity(step) desc limit 1
            """;
    private static final String TELL = """
            insert into ledger.outbox
                (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before, news_until)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (episode_id, step, recipient, channel) do nothing
            """;
    private static final String TELL_CHANNELS = """
            insert into ledger.outbox
                (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before, news_until)
            select ?, ?, recipient, channel, ? || '/' || ? || '/' || channel || '/' || recipient,
                   ?::jsonb, ?::timestamptz, ?::timestamptz, ?::date
            from ledger.recipients(?)
            on conflict (episode_id, step, recipient, channel) do nothing
            """;
    private static final String TELL_AFTER = """
            insert into ledger.outbox
                (episode_id, step, recipient, channel, idempotency_key, payload, created_at, not_before, news_until)
            select distinct episode_id, ?, recipient, channel,
                   episode_id || '/' || ? || '/' || channel || '/' || recipient, ?::jsonb, ?::timestamptz, ?::timestamptz, ?::date
            from ledger.outbox
            where episode_id = ? and state in ('SENDING', 'SENT') and case ? when 'GONE' then ledger.is_alert(step) else step = 'GONE' end
            on conflict (episode_id, step, recipient, channel) do nothing
            """;
    private static final String TOLD_SINCE_GONE = """
            select exists (
                select from ledger.outbox gone join ledger.outbox told using (episode_id, recipient, channel)
                where episode_id = ? and gone.step = 'GONE' and gone.state = 'SENT' and ledger.is_alert(told.step)
                  and (told.state in ('PENDING', 'SENDING') or told.state = 'SENT' and told.sent_at > gone.sent_at))
            """;
    private static final String WITHDRAW = """
            update ledger.outbox set state = 'WITHDRAWN' where episode_id = ? and step = ? and state = 'PENDING'
            """;
    private static final String REVIVE = """
            update ledger.outbox
            set state = 'PENDING', attempts = 0, not_before = ?, next_attempt_at = null, last_error = null,
                delivery_id = null, held_for = null
            where episode_id = ? and step = ? and state = 'WITHDRAWN'
            """;
    private static final String REFRESH = """
            update ledger.outbox set payload = ?::jsonb, news_until = ?
            where episode_id = ? and step = ? and state = 'PENDING' and payload <> ?::jsonb
            """;
    private static final String PENDING = """
            select distinct o.episode_id, e.athlete from ledger.outbox o join ledger.episode e on e.id = o.episode_id
            where o.state = 'PENDING' and e.athlete = any (?)
            """;

    private final Connection connection;
    private final int historyDays;

    /** What ended more than {@code historyDays} days ago is no news. */
    Outbox(Connection connection, int historyDays) {
        this.connection = connection;
        this.historyDays = historyDays;
    }

    /** Withdraws what is no longer true and says whether there was any. */
    boolean withdrawAbove(String id, Optional<Status> standing) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WITHDRAW_ABOVE)) {
            update.setString(1, id);
            update.setString(2, standing.map(Status::name).orElse(null));
            return update.executeUpdate() > 0;
        }
    }

    /** The worst step that was told or is about to be. */
    Optional<Status> told(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOLD)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Status.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** Writes the message for everybody who was not told of that step, and to their channels, in place of lower ones pending. */
    void tell(AlertMessage message, Collection<Recipient> recipients, Instant now, Instant notBefore)
            throws SQLException {
        try (PreparedStatement below = connection.prepareStatement(WITHDRAW_BELOW)) {
            below.setString(1, message.id());
            below.setString(2, message.step());
            below.executeUpdate();
        }
        revive(message, notBefore);
        try (PreparedStatement insert = connection.prepareStatement(TELL)) {
            for (Recipient recipient : recipients) {
                insert.setString(1, message.id());
                insert.setString(2, message.step());
                insert.setString(3, recipient.name());
                insert.setString(4, recipient.channel());
                insert.setString(5, key(message, recipient));
                insert.setString(6, Json.writeText(message));
                insert.setTimestamp(7, Timestamp.from(now));
                insert.setTimestamp(8, Timestamp.from(notBefore));
                insert.setObject(9, newsUntil(message));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement(TELL_CHANNELS)) {
            insert.setString(1, message.id());
            insert.setString(2, message.step());
            insert.setString(3, message.id());
            insert.setString(4, message.step());
            insert.setString(5, Json.writeText(message));
            insert.setTimestamp(6, Timestamp.from(now));
            insert.setTimestamp(7, Timestamp.from(notBefore));
            insert.setObject(8, newsUntil(message));
            insert.setString(9, message.athlete().toString());
            insert.executeUpdate();
        }
    }

    /** Tells once those who were told before: that it is gone after an alert, that it is back after it was gone; says whether that is new. */
    boolean tellAfter(AlertMessage message, Instant now, Instant notBefore) throws SQLException {
        revive(message, notBefore);
        try (PreparedStatement insert = connection.prepareStatement(TELL_AFTER)) {
            insert.setString(1, message.step());
            insert.setString(2, message.step());
            insert.setString(3, Json.writeText(message));
            insert.setTimestamp(4, Timestamp.from(now));
            insert.setTimestamp(5, Timestamp.from(notBefore));
            insert.setObject(6, newsUntil(message));
            insert.setString(7, message.id());
            insert.setString(8, message.step());
            return insert.executeUpdate() > 0;
        }
    }

    /** Whether a worse step has said by itself that the alert stands again. */
    boolean isToldSinceGone(String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(TOLD_SINCE_GONE)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** What was to be told of this step is not true any more. */
    void withdraw(String id, String step) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WITHDRAW)) {
            update.setString(1, id);
            update.setString(2, step);
            update.executeUpdate();
        }
    }

    /** What was withdrawn at this step has become true again. */
    void revive(AlertMessage message, Instant notBefore) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REVIVE)) {
            update.setTimestamp(1, Timestamp.from(notBefore));
            update.setString(2, message.id());
            update.setString(3, message.step());
            update.executeUpdate();
        }
    }

    /** A message that still waits says what holds now. */
    void refresh(AlertMessage message) throws SQLException {
        String payload = Json.writeText(message);
        try (PreparedStatement update = connection.prepareStatement(REFRESH)) {
            update.setString(1, payload);
            update.setObject(2, newsUntil(message));
            update.setString(3, message.id());
            update.setString(4, message.step());
            update.setString(5, payload);
            update.executeUpdate();
        }
    }

    Set<String> pendingEpisodes(Set<String> athletes) throws SQLException {
        return pending(athletes, "episode_id");
    }

    Set<String> athletesWithPending(Set<String> athletes) throws SQLException {
        return pending(athletes, "athlete");
    }

    private Set<String> pending(Set<String> athletes, String column) throws SQLException {
        Set<String> found = new TreeSet<>();
        if (athletes.isEmpty()) {
            return found;
        }
        try (PreparedStatement select = connection.prepareStatement(PENDING)) {
            select.setArray(1, connection.createArrayOf("text", athletes.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(column));
                }
            }
        }
        return found;
    }

    private LocalDate newsUntil(AlertMessage message) {
        return message.lastDay().plusDays(historyDays);
    }

    private static String key(AlertMessage message, Recipient recipient) {
        return String.join("/", message.id(), message.step(), recipient.channel(), recipient.name());
    }
}
