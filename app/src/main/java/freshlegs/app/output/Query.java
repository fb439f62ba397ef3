package freshlegs.app.output;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.model.DatabaseAddress;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One question to the published views. Fields are named as in the messages ({@code heartRateBpm}), columns as in the database
 * ({@code heart_rate_bpm}).
 */
public final class Query {
    private final List<String> fields;
    private final String from;
    private final List<Object> parameters = new ArrayList<>();

    private Query(List<String> fields, String from) {
        this.fields = fields;
        this.from = from;
    }

    /** Asks for named fields; {@code from} is the statement from its FROM on. */
    public static Query of(List<String> fields, String from) {
        return new Query(fields, from);
    }

    /** The fields of a message in the order in which it defines them. */
    public static List<String> fieldsOf(Class<? extends Record> message) {
        return Arrays.stream(message.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    public Query with(Object... further) {
        parameters.addAll(List.of(further));
        return this;
    }

    public Table ask(DatabaseAddress database) throws SQLException {
        try (Connection connection = connect(database)) {
            return ask(connection);
        }
    }

    public Table ask(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql())) {
            for (int i = 0; i < parameters.size(); i++) {
                select.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet answer = select.executeQuery()) {
                List<List<JsonNode>> rows = new ArrayList<>();
                while (answer.next()) {
                    rows.add(row(answer));
                }
                return new Table(fields, rows);
            }
        }
    }

    public static Connection connect(DatabaseAddress database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** Quoted, because a field may be called like a word of SQL. */
    private static String quoted(String field) {
        return '"' + column(field) + '"';
    }

    private String sql() {
        return "SELECT " + String.join(", ", fields.stream().map(Query::quoted).toList()) + " FROM " + from;
    }

    private List<JsonNode> row(ResultSet answer) throws SQLException {
        List<JsonNode> row = new ArrayList<>();
        for (String field : fields) {
            row.add(Cells.read(answer, column(field)));
        }
        return row;
    }
}
