package freshlegs.bench.replay;

import freshlegs.model.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The least that filling tables can cost: the same rows of all tables by {@code COPY} in PostgreSQL's own binary form, in one
 * transaction, into empty tables with the same checks and indices.
 */
public final class SameByCopy {
    private static final double NANOS = 1e9;
    private static final String FILLED = """
            select format('%I', relname) from pg_class
            where relnamespace = 'freshlegs'::regnamespace and relkind = 'r'
            order by relname""";

    private SameByCopy() {}

    /** How many rows, and in how many seconds; reading them out is not counted. */
    public record Seen(long rows, double seconds) {}

    /** {@code folder} takes the rows meanwhile; the tables that are there stay as they are. */
    public static Seen of(DatabaseAddress database, Path folder) throws SQLException, IOException {
        Files.createDirectories(folder);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            CopyManager copying = connection.unwrap(PGConnection.class).getCopyAPI();
            List<String> tables = tables(statement);
            statement.execute("create schema copied");
            for (String table : tables) {
                try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
                    copying.copyOut("copy freshlegs." + table + " to stdout (format binary)", out);
                }
                statement.execute("create table copied." + table + " (like freshlegs." + table + " including all)");
            }
            connection.commit();
            long began = System.nanoTime();
            long rows = 0;
            for (String table : tables) {
                try (InputStream in = Files.newInputStream(folder.resolve(table))) {
                    rows += copying.copyIn("copy copied." + table + " from stdin (format binary)", in);
                }
            }
            connection.commit();
            double seconds = (System.nanoTime() - began) / NANOS;
            statement.execute("drop schema copied cascade");
            connection.commit();
            return new Seen(rows, seconds);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(FILLED)) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        return tables;
    }
}
