package freshlegs.coach.access;

import freshlegs.coach.channel.ChannelAddress;
import freshlegs.coach.read.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where people want to be told, and how each place has done lately. */
public final class Channels {
    /** Before a channel's id in the outbox. */
    public static final String PREFIX = "channel:";

    private static final int MOST = 10;
    private static final int SECRET_BYTES = 24;
    private static final String COLUMNS =
            "select id, account, address, secret, paused, received_at, failures, last_error, resume_at from access.channel ";

    private static final String WITHDRAW_DELIVERIES = """
            with gone as (update ledger.delivery set state = 'WITHDRAWN', next_attempt_at = null
                          where channel = ? and state = 'PENDING' returning id)
            update ledger.outbox set state = 'WITHDRAWN' where state = 'SENDING' and delivery_id in (select id from gone)
            """;

    private final Database database;
    private final Clock clock;

    public Channels(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One of them with what opens it. */
    public record Channel(
            String id,
            String account,
            ChannelAddress address,
            String secret,
            boolean paused,
            Optional<Instant> receivedAt,
            int failures,
            Optional<String> lastError,
            Optional<Instant> resumeAt) {
        @Override
        public String toString() {
            return "Channel[" + id + "]";
        }
    }

    /** {@code whyNot} says what speaks against an address, if anything does. */
    public void add(String account, String address, Function<ChannelAddress, Optional<String>> whyNot) {
        ChannelAddress known = read(address);
        whyNot.apply(known).ifPresent(why -> {
            throw new Refusal("Nothing can be sent there: " + why + ".");
        });
        if (of(account).size() >= MOST) {
            throw new Refusal("There are " + MOST + " channels already: remove one first.");
        }
        database.write(connection -> Sql.over(connection)
                .update(
                        "insert into access.channel (id, account, kind, address, secret, created_at) values (?, ?, ?, ?, ?, ?)",
                        Secret.id(),
                        account,
                        known.kind().word(),
                        address.strip(),
                        "whsec_" + Base64.getEncoder().encodeToString(Secret.random(SECRET_BYTES)),
                        now()));
    }

    private static ChannelAddress read(String address) {
        try {
            return ChannelAddress.of(address);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    /** Of one account, the oldest first. */
    public List<Channel> of(String account) {
        return list("where account = ? order by created_at, id", account);
    }

    public Optional<Channel> byId(String id) {
        return list("where id = ?", id).stream().findFirst();
    }

    private List<Channel> list(String where, String value) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        COLUMNS + where,
                        row -> new Channel(
                                row.getString("id"),
                                row.getString("account"),
                                ChannelAddress.of(row.getString("address")),
                                row.getString("secret"),
                                row.getBoolean("paused"),
                                Sql.optionalMoment(row, "received_at"),
                                row.getInt("failures"),
                                Optional.ofNullable(row.getString("last_error")),
                                Sql.optionalMoment(row, "resume_at")),
                        value));
    }

    /**
     * Nothing more is written there; when it goes on, one that rests after a failure is tried at once, and the next digest comes at its
     * hour.
     */
    public void pause(String account, String id, boolean paused) {
        update(
                "update access.channel set paused = ?, resume_at = null, digest_at = ? where account = ? and id = ?",
                paused,
                now(),
                account,
                id);
    }

    /** With what waits for it. */
    public void remove(String account, String id) {
        database.write(connection -> {
            Sql sql = Sql.over(connection);
            if (sql.update("delete from access.channel where account = ? and id = ?", account, id) > 0) {
                sql.update(WITHDRAW_DELIVERIES, PREFIX + id);
                sql.update(
                        "update ledger.outbox set state = 'WITHDRAWN' where channel = ? and state = 'PENDING'",
                        PREFIX + id);
            }
            return id;
        });
    }

    public void received(String id) {
        update(
                "update access.channel set received_at = ?, failures = 0, last_error = null, resume_at = null where id = ?",
                now(),
                id);
    }

    public void failed(String id, String why, Instant resume) {
        update(
                "update access.channel set failures = failures + 1, last_error = ?, resume_at = ? where id = ?",
                why,
                resume,
                id);
    }

    private void update(String sql, Object... parameters) {
        database.write(connection -> Sql.over(connection).update(sql, parameters));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
