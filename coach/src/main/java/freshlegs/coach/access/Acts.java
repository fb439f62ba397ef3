package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What people may do by an address in a message: signed, for seven days, once. */
public final class Acts {
    private static final Duration VALID = Duration.ofDays(7);
    private static final int KEY_BYTES = 32;

    private final Database database;
    private final Clock clock;

    public Acts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Valid for seven days and what is left of this hour, so that a message that is tried again soon says the same. */
    public String token(String account, String alert, Deed deed, Optional<Act.Change> change) {
        Instant until = now().truncatedTo(ChronoUnit.HOURS).plus(VALID).plus(Duration.ofHours(1));
        return ActToken.of(new Act(account, alert, deed, change, until), madeKey());
    }

    /** Empty unless it was made here and holds still. */
    public Optional<Act> read(String token) {
        return database.write(connection -> key(Sql.over(connection)))
                .flatMap(key -> ActToken.read(token, key))
                .filter(act -> now().isBefore(act.expiresAt()));
    }

    /** When somebody has acted by it. */
    public Optional<Instant> usedAt(String token) {
        return database.write(connection -> Sql.over(connection)
                .first(
                        "select used_at from access.act_used where sha256 = ?",
                        row -> Sql.moment(row, "used_at"),
                        sha256(token)));
    }

    /**
     * Does it unless it was done before, and notes that if it {@code wasDone}; empty when it was done before. Whoever comes at the same
     * time waits. If the database goes away after it was done, that is not noted, and saying the same again says nothing else.
     */
    public <T> Optional<T> once(String token, Act act, Supplier<T> doing, Predicate<T> wasDone) {
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            sql.update("delete from access.act_used where expires_at < ?", now());
            int first = sql.update(
                    "insert into access.act_used (sha256, used_at, expires_at) values (?, ?, ?) on conflict do nothing",
                    sha256(token),
                    now(),
                    act.expiresAt());
            if (first == 0) {
                return Optional.empty();
            }
            T done = doing.get();
            if (!wasDone.test(done)) {
                sql.update("delete from access.act_used where sha256 = ?", sha256(token));
            }
            return Optional.of(done);
        });
    }

    private byte[] madeKey() {
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            Optional<byte[]> known = key(sql);
            if (known.isPresent()) {
                return known.get();
            }
            sql.update(
                    "insert into access.act_key (key, made_at) values (?, ?) on conflict do nothing",
                    Secret.random(KEY_BYTES),
                    now());
            return key(sql).orElseThrow();
        });
    }

    private static Optional<byte[]> key(Sql sql) throws SQLException {
        return sql.first("select key from access.act_key", row -> row.getBytes("key"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String sha256(String token) {
        return ContentHash.of(token.getBytes(StandardCharsets.UTF_8));
    }
}
