package freshlegs.bench.board;

import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Many athletes out of a few: all their rows again under other names. */
public final class Multiplied {
    private static final List<String> TABLES = List.of(
            "known_athlete", "trend_day", "status_day", "episode", "prescription", "file_outcome", "profile_revision");

    private Multiplied() {}

    public static void to(int athletes, int of, DatabaseAddress database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(copy(table, athletes, of));
            }
            statement.execute("update freshlegs.episode set id = athlete || '.' || first_day || '.' || lower(cause)");
            statement.execute("vacuum analyze");
        }
    }

    /** Of {@code bench-3} become {@code bench-13}, {@code bench-23} and so on, when there are ten. */
    private static String copy(String table, int athletes, int of) {
        return """
                insert into freshlegs.%1$s
                select (jsonb_populate_record(known, jsonb_build_object('athlete', 'bench-' || n))).*
                from freshlegs.%1$s known, generate_series(%3$d, %2$d - 1) n
                where known.athlete = 'bench-' || n %% %3$d
                """.formatted(table, athletes, of);
    }
}
