package freshlegs.coach.access;

import freshlegs.coach.read.Database;
import freshlegs.coach.read.DatabaseAway;
import freshlegs.model.AthleteId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Who asked for what. What is asked while the database is away is noted when it is back; when too much waits, nothing is answered any
 * more until it is.
 */
public final class AccessLog {
    private static final int MOST_WAITING = 1_000;
    private static final String INSERT =
            "insert into access.audit (at, account, athlete, athletes, method, route, allowed, via)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SEEN = "select l.at, l.account, coalesce(a.name, l.account) as name, l.athlete,"
            + " l.athletes, l.method, l.route, l.allowed, l.via"
            + " from access.audit l left join access.account a on a.id = l.account"
            + " where (l.athlete = ? or (l.athlete is null and l.athletes > 0 and exists ("
            + "select from access.share s where s.account = l.account and s.athlete = ? and s.granted_at <= l.at"
            + " and (s.revoked_at is null or s.revoked_at > l.at))))"
            + " and l.at >= ? order by l.at desc, l.id desc limit ?";

    private final Database database;
    private final Clock clock;
    private final Outage outage;
    private final Deque<Entry> waiting = new ArrayDeque<>();

    public AccessLog(Database database, Clock clock, Outage outage) {
        this.database = database;
        this.clock = clock;
        this.outage = outage;
    }

    /** One request; {@code athlete} is empty when it was about several, {@code athletes} then says about how many. */
    public record Entry(
            Instant at,
            String account,
            String name,
            Optional<AthleteId> athlete,
            int athletes,
            String method,
            String route,
            boolean allowed,
            Via via) {}

    /** Notes it in the database before anything is answered. */
    public void note(
            Visitor visitor, Optional<AthleteId> athlete, int athletes, String method, String route, boolean allowed) {
        Entry entry = new Entry(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                visitor.account(),
                visitor.name(),
                athlete,
                athletes,
                method,
                route,
                allowed,
                visitor.via());
        try {
            outage.ask(() -> database.write(connection -> insert(connection, entry)));
        } catch (DatabaseAway away) {
            keep(entry, away);
            return;
        }
        noteWaiting();
    }

    /** What was asked about an athlete, lists that she was on included; the latest first. */
    public List<Entry> about(AthleteId athlete, Instant since, int most) {
        return database.write(connection -> Sql.over(connection)
                .list(
                        SEEN,
                        row -> new Entry(
                                Sql.moment(row, "at"),
                                row.getString("account"),
                                row.getString("name"),
                                Optional.ofNullable(row.getString("athlete")).map(AthleteId::of),
                                row.getInt("athletes"),
                                row.getString("method"),
                                row.getString("route"),
                                row.getBoolean("allowed"),
                                via(row.getString("via"))),
                        athlete.value(),
                        athlete.value(),
                        since,
                        most));
    }

    private static Via via(String key) {
        for (Via via : Via.values()) {
            if (via.key().equals(key)) {
                return via;
            }
        }
        throw new IllegalArgumentException("not a way in: " + key);
    }

    private static int insert(Connection connection, Entry entry) throws SQLException {
        return Sql.over(connection)
                .update(
                        INSERT,
                        entry.at(),
                        entry.account(),
                        entry.athlete().map(AthleteId::value),
                        entry.athletes(),
                        entry.method(),
                        entry.route(),
                        entry.allowed(),
                        entry.via().key());
    }

    private synchronized void keep(Entry entry, DatabaseAway away) {
        if (waiting.size() >= MOST_WAITING) {
            throw away;
        }
        waiting.add(entry);
    }

    private synchronized void noteWaiting() {
        if (waiting.isEmpty()) {
            return;
        }
        database.write(connection -> {
            for (Entry entry : waiting) {
                insert(connection, entry);
            }
            return waiting.size();
        });
        waiting.clear();
    }
}
