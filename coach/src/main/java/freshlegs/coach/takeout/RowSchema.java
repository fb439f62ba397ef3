package freshlegs.coach.takeout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.coach.access.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The JSON Schema of one line about a table or view, as the database itself knows its columns and what they mean. */
final class RowSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MEANING = "select obj_description(?::regclass) as meaning";
    private static final String COLUMNS = """
            select attname as name, format_type(atttypid, null) as type, attnotnull as known,
                   col_description(attrelid, attnum) as meaning
            from pg_attribute where attrelid = ?::regclass and attnum > 0 and not attisdropped order by attnum
            """;

    private RowSchema() {}

    private record Column(String name, String type, boolean known, Optional<String> meaning) {}

    /** Without the columns that are not given away. */
    static String of(String relation, Set<String> hidden, Connection connection) throws SQLException {
        Sql sql = Sql.over(connection);
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", relation);
        sql.first(MEANING, row -> Optional.ofNullable(row.getString("meaning")), relation)
                .flatMap(meaning -> meaning)
                .ifPresent(meaning -> schema.put("description", meaning));
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Column column : columns(relation, sql)) {
            if (!hidden.contains(column.name())) {
                properties.set(column.name(), describe(column));
                required.add(column.name());
            }
        }
        schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema.toPrettyString() + "\n";
    }

    private static List<Column> columns(String relation, Sql sql) throws SQLException {
        return sql.list(
                COLUMNS,
                row -> new Column(
                        row.getString("name"),
                        row.getString("type"),
                        row.getBoolean("known"),
                        Optional.ofNullable(row.getString("meaning"))),
                relation);
    }

    private static ObjectNode describe(Column column) {
        ObjectNode property = JSON.objectNode();
        column.meaning().ifPresent(meaning -> property.put("description", meaning));
        switch (column.type()) {
            case "smallint", "integer", "bigint" -> type(property, column, "integer");
            case "double precision", "real", "numeric" -> type(property, column, "number");
            case "boolean" -> type(property, column, "boolean");
            case "json", "jsonb" -> {}
            case "date" -> type(property, column, "string").put("format", "date");
            case "timestamp with time zone" -> type(property, column, "string").put("format", "date-time");
            default -> type(property, column, column.type().endsWith("[]") ? "array" : "string");
        }
        return property;
    }

    private static ObjectNode type(ObjectNode property, Column column, String type) {
        if (column.known()) {
            return property.put("type", type);
        }
        property.putArray("type").add(type).add("null");
        return property;
    }
}
