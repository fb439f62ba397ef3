package freshlegs.warehouse;

import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All rows of schema {@code freshlegs} made anew. From its beginning to its end, over crashes, the journal rests: episodes come
 * without names and nobody is told anything; at the end they are matched to those that people know.
 */
public final class Rebuild {
    private static final String UNDER_WAY = "select begun_at from ledger.rebuild where finished_at is null";
    private static final String BEGIN = """
            insert into ledger.rebuild as known (sessions, begun_at) values (?, ?)
            on conflict ((finished_at is null)) where finished_at is null
            do update set sessions = known.sessions or excluded.sessions
            returning sessions
            """;
    private static final String FINISH = "update ledger.rebuild set finished_at = ? where finished_at is null";

    private final DatabaseAddress database;
    private final Clock clock;
    private final boolean sessions;

    private Rebuild(DatabaseAddress database, Clock clock, boolean sessions) {
        this.database = database;
        this.clock = clock;
        this.sessions = sessions;
    }

    /** When a rebuild was begun that has not come to its end. */
    public static Optional<Instant> underWay(DatabaseAddress database) throws SQLException {
        try (Connection connection = Connections.open(database)) {
            return underWay(connection);
        }
    }

    static Optional<Instant> underWay(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNDER_WAY);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getTimestamp(1).toInstant()) : Optional.empty();
        }
    }

    /** Begins one, or goes on with the one that was interrupted; no worker may write in the meantime. */
    public static Rebuild begin(DatabaseAddress database, boolean sessions, Clock clock) throws SQLException {
        try (Connection connection = Connections.open(database);
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setBoolean(1, sessions);
            begin.setTimestamp(2, Timestamp.from(clock.instant()));
            try (ResultSet row = begin.executeQuery()) {
                row.next();
                boolean all = row.getBoolean(1);
                connection.commit();
                return new Rebuild(database, clock, all);
            }
        }
    }

    /** Whether recordings are to be analysed anew, now or because it was begun that way. */
    public boolean sessions() {
        return sessions;
    }

    /** Forgets all rows and offsets, so that a worker reads every topic again; what was told to people is kept. */
    public void emptyTables() throws SQLException {
        Warehouse.rebuild(database);
    }

    /** The tables are full: gives episodes their names back, and lets the journal go on. */
    public void finish() throws SQLException {
        WarehouseSettings nobody =
                new WarehouseSettings(KafkaAddress.of(""), database, List.of(), Duration.ZERO, clock);
        try (Connection connection = Connections.open(database);
                PreparedStatement finish = connection.prepareStatement(FINISH)) {
            new Journal(connection, nobody).reconcile();
            finish.setTimestamp(1, Timestamp.from(clock.instant()));
            finish.executeUpdate();
            connection.commit();
        }
    }
}
