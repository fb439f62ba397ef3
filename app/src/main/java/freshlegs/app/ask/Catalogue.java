package freshlegs.app.ask;

import freshlegs.app.output.Answer;
import freshlegs.app.output.Table;
import freshlegs.app.problem.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The views of schema {@code analytics} and their columns with what they mean, as the database itself says it. */
public final class Catalogue {
    private static final String VIEWS = """
            select relname as view, obj_description(oid) as meaning
            from pg_class where relnamespace = 'analytics'::regnamespace and relkind = 'v' order by relname
            """;
    private static final String COLUMNS = """
            select attname as "column", format_type(atttypid, null) as type, col_description(attrelid, attnum) as meaning
            from pg_attribute where attrelid = ('analytics.' || quote_ident(?))::regclass and attnum > 0 order by attnum
            """;
    private static final int ALL = 10_000;

    private Catalogue() {}

    public static Table views(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VIEWS);
                ResultSet rows = select.executeQuery()) {
            return Answer.read(rows, ALL).table();
        }
    }

    public static List<String> names(Connection connection) throws SQLException {
        return views(connection).rows().stream().map(row -> row.get(0).asText()).toList();
    }

    public static Table columns(Connection connection, String view) throws SQLException {
        List<String> known = names(connection);
        if (!known.contains(view)) {
            throw Problem.wrongUse("There is no view " + view + ": the views are " + String.join(", ", known) + ".");
        }
        try (PreparedStatement select = connection.prepareStatement(COLUMNS)) {
            select.setString(1, view);
            try (ResultSet rows = select.executeQuery()) {
                return Answer.read(rows, ALL).table();
            }
        }
    }
}
