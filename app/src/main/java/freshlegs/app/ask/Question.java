package freshlegs.app.ask;

import freshlegs.app.output.Answer;
import freshlegs.app.problem.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * One query of somebody's own. It is explained before it runs, which takes nothing but queries. Functions by which a query could give
 * the reader's role up, or run a text as a query that does, must not be named in it, not even in a text.
 */
public final class Question {
    private static final String EXPLAIN = "explain (verbose) ";
    private static final Pattern WAY_OUT =
            Pattern.compile("set_config|query_to_xml|cursor_to_xml|ts_stat|ts_rewrite|u&\"", Pattern.CASE_INSENSITIVE);
    private static final int FETCH = 500;

    private final String sql;

    private Question(String sql) {
        this.sql = sql;
    }

    public static Question of(String text) {
        List<NativeQuery> statements = parsed(text).stream()
                .filter(statement -> !statement.nativeSql.isBlank())
                .toList();
        if (statements.size() != 1) {
            throw Problem.wrongUse(
                    statements.isEmpty() ? "There is no query in it." : "Ask one query at a time, not several.");
        }
        String sql = statements.get(0).nativeSql;
        Matcher way = WAY_OUT.matcher(sql);
        if (way.find()) {
            throw Problem.wrongUse("A query here must not have " + way.group() + " in it: ask the views themselves.");
        }
        return new Question(sql);
    }

    /** Of {@link Reader}'s connection; {@code views} are named when it asks for one that is not there. */
    public Answer ask(Connection connection, int most, List<String> views) {
        check(connection, views);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setFetchSize(FETCH);
            statement.setMaxRows(most + 1);
            try (ResultSet rows = statement.executeQuery(sql)) {
                return Answer.read(rows, most);
            }
        } catch (SQLException e) {
            throw Refused.because(e, sql, 0, views);
        }
    }

    private void check(Connection connection, List<String> views) {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(EXPLAIN + sql);
        } catch (SQLException e) {
            throw Refused.because(e, sql, EXPLAIN.length(), views);
        }
    }

    /** As the driver would split it. */
    private static List<NativeQuery> parsed(String text) {
        try {
            return Parser.parseJdbcSql(text, true, false, true, false, true);
        } catch (SQLException e) {
            throw Problem.wrongUse("The query cannot be read (" + e.getMessage() + ").");
        }
    }
}
