package freshlegs.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the list of everybody of whom any row speaks. */
final class KnownAthletes {
    private static final String ADD =
            "insert into freshlegs.known_athlete (athlete) select unnest(?) on conflict do nothing";
    private static final String FORGET = "delete from freshlegs.known_athlete known where athlete = any (?) and "
            + TopicTables.ALL.stream()
                    .map(way -> "not exists (select 1 from freshlegs."
                            + way.table().name() + " r where r.athlete = known.athlete)")
                    .collect(Collectors.joining(" and "));

    private KnownAthletes() {}

    static void add(Connection connection, Set<String> athletes) throws SQLException {
        execute(connection, ADD, athletes);
    }

    /** Forgets those of whom nothing is left. */
    static void forget(Connection connection, Set<String> athletes) throws SQLException {
        execute(connection, FORGET, athletes);
    }

    private static void execute(Connection connection, String sql, Set<String> athletes) throws SQLException {
        if (athletes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", athletes.toArray()));
            statement.executeUpdate();
        }
    }
}
