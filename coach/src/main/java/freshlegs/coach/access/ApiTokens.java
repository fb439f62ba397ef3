package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tokens by which programs use the API as somebody's account, with its rights of the moment and at most their scopes. */
public final class ApiTokens {
    private static final String PREFIX = "freshlegs_";
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");
    private static final int LONGEST_NAME = 60;
    private static final int MOST = 50;
    /** For how many days a token may be made. */
    public static final List<Integer> DAYS = List.of(30, 90, 365);

    private final Database database;
    private final Clock clock;

    public ApiTokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A token without its secret. */
    public record Token(
            String id,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            Instant expiresAt,
            Optional<Instant> usedAt) {}

    /** A new token as it is told, this once. */
    public String add(String account, String name, Set<Scope> scopes, int days) {
        String plain = name.strip();
        if (plain.isEmpty()
                || plain.length() > LONGEST_NAME
                || UNPRINTABLE.matcher(plain).find()) {
            throw new Refusal(
                    "A token's name has 1 to " + LONGEST_NAME + " printable characters, such as spreadsheet.");
        }
        if (scopes.isEmpty() || !DAYS.contains(days)) {
            throw new Refusal("A token needs at least one scope, and lasts 30, 90 or 365 days.");
        }
        if (of(account).size() >= MOST) {
            throw new Refusal("There are " + MOST + " tokens already: revoke one that is not used any more.");
        }
        Secret secret = Secret.fresh();
        Instant now = now();
        update(
                "insert into access.token (id, sha256, account, name, scopes, created_at, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                Secret.id(),
                secret.sha256(),
                account,
                plain,
                Scope.written(scopes),
                now,
                now.plus(Duration.ofDays(days)));
        return PREFIX + secret.text();
    }

    /** Those that can be used, the latest first. */
    public List<Token> of(String account) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        "select id, name, scopes, created_at, expires_at, used_at from access.token"
                                + " where account = ? and revoked_at is null and expires_at > ?"
                                + " order by created_at desc, id",
                        row -> new Token(
                                row.getString("id"),
                                row.getString("name"),
                                Scope.read(row.getString("scopes")),
                                Sql.moment(row, "created_at"),
                                Sql.moment(row, "expires_at"),
                                Sql.optionalMoment(row, "used_at")),
                        account,
                        now()));
    }

    public void revoke(String account, String id) {
        update(
                "update access.token set revoked_at = ? where account = ? and id = ? and revoked_at is null",
                now(),
                account,
                id);
    }

    /** Who a token speaks for, with what that account may at this moment. */
    public Optional<Visitor> who(String token) {
        Optional<Secret> secret =
                token.startsWith(PREFIX) ? Secret.of(token.substring(PREFIX.length())) : Optional.empty();
        return secret.flatMap(known -> asked(known.sha256()));
    }

    private Optional<Visitor> asked(String hash) {
        Instant now = now();
        record Known(Account account, Set<Scope> scopes, Optional<Instant> usedAt) {}
        return database.write(connection -> {
            Sql sql = Sql.over(connection);
            Optional<Known> known = sql.first(
                    "select t.scopes, t.used_at," + Account.COLUMNS
                            + "from access.token t join access.account a on a.id = t.account"
                            + " where t.sha256 = ? and t.revoked_at is null and t.expires_at > ? and a.disabled_at is null",
                    row -> new Known(
                            Account.read(row), Scope.read(row.getString("scopes")), Sql.optionalMoment(row, "used_at")),
                    hash,
                    now);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            if (known.get()
                    .usedAt()
                    .filter(then -> then.plusSeconds(60).isAfter(now))
                    .isEmpty()) {
                sql.update("update access.token set used_at = ? where sha256 = ?", now, hash);
            }
            Account account = known.get().account();
            return Optional.of(new Visitor(
                    account.id(),
                    account.name(),
                    false,
                    account.operator(),
                    Shares.roles(sql, account.id()),
                    Via.TOKEN,
                    known.get().scopes()));
        });
    }

    private void update(String sql, Object... parameters) {
        database.write(connection -> Sql.over(connection).update(sql, parameters));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
