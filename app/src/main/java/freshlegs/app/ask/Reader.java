package freshlegs.app.ask;

import freshlegs.app.output.Query;
import freshlegs.app.problem.Problem;
import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A connection that may read the views of schema {@code analytics} and nothing else: as the role {@code freshlegs_reader}, in one
 * read-only transaction that sees everything as it was when it began, with a time limit for each statement, by UTC.
 */
public final class Reader {
    public static final String ROLE = "freshlegs_reader";

    private static final String NO_ROLE = "22023";
    private static final String NOT_ALLOWED = "42501";

    private Reader() {}

    public static Connection open(DatabaseAddress database, Duration limit) throws SQLException {
        Connection connection = Query.connect(database);
        try (Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            checkThereIsSomething(statement);
            statement.execute("set local statement_timeout = " + limit.toMillis());
            statement.execute("set local search_path = analytics, pg_temp");
            statement.execute("set local timezone = 'UTC'");
            become(statement, database.user());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void checkThereIsSomething(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regnamespace('analytics') is not null")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw Problem.failed("The database has no schema analytics yet: start `freshlegs run`, or"
                        + " `freshlegs warehouse`, of this version once.");
            }
        }
    }

    private static void become(Statement statement, String user) throws SQLException {
        try {
            statement.execute("set local role " + ROLE);
        } catch (SQLException e) {
            if (NO_ROLE.equals(e.getSQLState()) || NOT_ALLOWED.equals(e.getSQLState())) {
                throw Problem.failed(
                        "The role " + ROLE + " is missing, or " + user + " does not have it: run `create role " + ROLE
                                + " nologin; grant " + ROLE + " to " + user
                                + ";` as one who may make roles, and start `freshlegs run` or `freshlegs warehouse` again.",
                        e);
            }
            throw e;
        }
    }
}
