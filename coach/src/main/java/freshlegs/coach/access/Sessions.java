package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.coach.read.DatabaseAway;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Browsers that are signed in: each holds a secret, which ends after 14 days without use and after 90 days whatever happens. While the
 * database is away, those seen in the last quarter of an hour are still known, so that they can be shown what they saw.
 */
public final class Sessions {
    public static final Duration IDLE = Duration.ofDays(14);
    public static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration REMEMBERED = Duration.ofMinutes(15);
    private static final int MOST_REMEMBERED = 1_000;
    private static final int ID_LENGTH = 16;
    private static final String WHO = "select s.seen_at," + Account.COLUMNS
            + "from access.session s join access.account a on a.id = s.account"
            + " where s.sha256 = ? and s.expires_at > ? and s.seen_at > ? and a.disabled_at is null";

    private final Database database;
    private final Clock clock;
    private final Outage outage;
    private final Map<String, Remembered> remembered = new LinkedHashMap<>(16, 0.75f, true);

    public Sessions(Database database, Clock clock, Outage outage) {
        this.database = database;
        this.clock = clock;
        this.outage = outage;
    }

    private record Remembered(Visitor visitor, Instant at) {}

    /** One of somebody's browsers; {@code id} is not its secret. */
    public record Browser(String id, Instant createdAt, Instant seenAt) {}

    /** Signs somebody in who has shown who they are; the answer goes into the cookie. */
    public Secret open(Account account) {
        Secret secret = Secret.fresh();
        Instant now = now();
        database.write(connection -> Sql.over(connection)
                .update(
                        "insert into access.session (sha256, account, created_at, seen_at, expires_at)"
                                + " values (?, ?, ?, ?, ?)",
                        secret.sha256(),
                        account.id(),
                        now,
                        now,
                        now.plus(LONGEST)));
        return secret;
    }

    /** Who holds a secret, with what they may see at this moment. */
    public Optional<Visitor> who(Secret secret) {
        try {
            Optional<Visitor> visitor = outage.ask(() -> asked(secret.sha256()));
            remember(secret.sha256(), visitor);
            return visitor;
        } catch (DatabaseAway away) {
            return Optional.of(lastKnown(secret.sha256()).orElseThrow(() -> away));
        }
    }

    private Optional<Visitor> asked(String hash) {
        Instant now = now();
        record Seen(Account account, Instant at) {}
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            Optional<Seen> seen = sql.first(
                    WHO, row -> new Seen(Account.read(row), Sql.moment(row, "seen_at")), hash, now, now.minus(IDLE));
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            if (seen.get().at().plusSeconds(60).isBefore(now)) {
                sql.update("update access.session set seen_at = ? where sha256 = ?", now, hash);
            }
            Account account = seen.get().account();
            return Optional.of(new Visitor(
                    account.id(),
                    account.name(),
                    false,
                    account.operator(),
                    Shares.roles(sql, account.id()),
                    Via.SESSION,
                    Set.of()));
        });
    }

    /** Signs one browser out. */
    public void close(Secret secret) {
        forget(secret.sha256());
        update("delete from access.session where sha256 = ?", secret.sha256());
    }

    /** Signs one of somebody's browsers out, by its id. */
    public void close(String account, String id) {
        synchronized (remembered) {
            remembered.clear();
        }
        update("delete from access.session where account = ? and left(sha256, ?) = ?", account, ID_LENGTH, id);
    }

    public void closeAll(String account) {
        synchronized (remembered) {
            remembered.clear();
        }
        update("delete from access.session where account = ?", account);
    }

    /** The latest first. */
    public List<Browser> of(String account) {
        Instant now = now();
        return database.write(connection -> Sql.over(connection)
                .list(
                        "select left(sha256, ?) as id, created_at, seen_at from access.session"
                                + " where account = ? and expires_at > ? and seen_at > ? order by seen_at desc, id",
                        row -> new Browser(
                                row.getString("id"), Sql.moment(row, "created_at"), Sql.moment(row, "seen_at")),
                        ID_LENGTH,
                        account,
                        now,
                        now.minus(IDLE)));
    }

    /** The id under which {@link #of} lists this one. */
    public static String id(Secret secret) {
        return secret.sha256().substring(0, ID_LENGTH);
    }

    private void remember(String hash, Optional<Visitor> visitor) {
        synchronized (remembered) {
            if (visitor.isEmpty()) {
                remembered.remove(hash);
                return;
            }
            remembered.put(hash, new Remembered(visitor.get(), clock.instant()));
            if (remembered.size() > MOST_REMEMBERED) {
                remembered.remove(remembered.keySet().iterator().next());
            }
        }
    }

    private Optional<Visitor> lastKnown(String hash) {
        Instant since = clock.instant().minus(REMEMBERED);
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(hash))
                    .filter(known -> !known.at().isBefore(since))
                    .map(Remembered::visitor);
        }
    }

    private void forget(String hash) {
        synchronized (remembered) {
            remembered.remove(hash);
        }
    }

    private void update(String sql, Object... parameters) {
        database.write(connection -> Sql.over(connection).update(sql, parameters));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
