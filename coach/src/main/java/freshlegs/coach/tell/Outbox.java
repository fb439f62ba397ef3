package freshlegs.coach.tell;

import freshlegs.coach.read.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The operator's webhook in the ledger's outbox: rows are PENDING, then SENDING while a sender holds them, then SENT or FAILED; the warehouse may make a
 * PENDING one WITHDRAWN. While SENDING, {@code next_attempt_at} is the end of the holder's lease.
 */
final class Outbox {
    /** The view says what is due; the row's own columns are looked at again once it is locked. */
    private static final String CLAIM = """
            update ledger.outbox o
            set state = 'SENDING', attempts = o.attempts + 1, next_attempt_at = ?
            where o.id = (
                select d.id from ledger.outbox d
                where d.channel = ?
                  and d.id in (select due.id from ledger.outbox_due_at(?) due)
                  and d.state in ('PENDING', 'SENDING')
                  and (d.next_attempt_at is null or d.next_attempt_at <= ?)
                order by d.created_at, d.id
                limit 1
                for update skip locked)
            returning o.id::text as id, o.idempotency_key, o.channel, o.payload::text as payload, o.attempts
            """;
    /** Only the claim's own holder may say how it ended; {@code attempts} tells it from a later one. */
    private static final String HELD = " where id::text = ? and state = 'SENDING' and attempts = ?";

    private final Database database;

    Outbox(Database database) {
        this.database = database;
    }

    Optional<Message> claimNext(Instant now, Instant leaseEnd) {
        return database.write(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setObject(1, leaseEnd.atOffset(ZoneOffset.UTC));
                claim.setString(2, Webhook.CHANNEL);
                claim.setObject(3, now.atOffset(ZoneOffset.UTC));
                claim.setObject(4, now.atOffset(ZoneOffset.UTC));
                return claimed(claim);
            }
        });
    }

    private static Optional<Message> claimed(PreparedStatement claim) throws SQLException {
        try (ResultSet rows = claim.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            return Optional.of(new Message(
                    rows.getString("id"),
                    rows.getString("idempotency_key"),
                    rows.getString("channel"),
                    rows.getString("payload"),
                    rows.getInt("attempts")));
        }
    }

    void sent(Message message, Instant now) {
        database.write(connection -> update(
                connection,
                "update ledger.outbox set state = 'SENT', sent_at = ?, last_error = null" + HELD,
                now.atOffset(ZoneOffset.UTC),
                message.id(),
                message.attempt()));
    }

    void tryAgain(Message message, Instant next, String why) {
        database.write(connection -> update(
                connection,
                "update ledger.outbox set state = 'PENDING', next_attempt_at = ?, last_error = ?" + HELD,
                next.atOffset(ZoneOffset.UTC),
                why,
                message.id(),
                message.attempt()));
    }

    void failed(Message message, String why) {
        database.write(connection -> update(
                connection,
                "update ledger.outbox set state = 'FAILED', last_error = ?" + HELD,
                why,
                message.id(),
                message.attempt()));
    }

    private static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }
}
