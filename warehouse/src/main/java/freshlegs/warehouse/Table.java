package freshlegs.warehouse;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Predicate;

/** A table of schema {@code freshlegs} whose rows arrive as one JSON array of messages; a row replaces the one of its key. */
record Table(String name, List<Column> columns, List<String> key) {
    Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** Takes the array; its elements have the fields of all columns. */
    String upsert() {
        return "insert into freshlegs." + name + " (" + names("") + ") select " + fields("message.")
                + " from jsonb_to_recordset(?::jsonb) as message(" + definitions(column -> true) + ") on conflict ("
                + String.join(", ", key) + ") do update set " + replacements();
    }

    /** Takes the array; its elements have the fields of the key. */
    String delete() {
        return "delete from freshlegs." + name + " kept using jsonb_to_recordset(?::jsonb) as gone("
                + definitions(this::isKey) + ") where "
                + columns.stream()
                        .filter(this::isKey)
                        .map(column -> "kept." + column.name() + " = gone." + quoted(column))
                        .collect(joining(" and "));
    }

    /** The expression that turns a row of {@code alias} back into its message. */
    String message(String alias) {
        return "jsonb_build_object("
                + columns.stream()
                        .map(column -> "'" + column.field() + "', " + alias + "." + column.name())
                        .collect(joining(", "))
                + ")";
    }

    private boolean isKey(Column column) {
        return key.contains(column.name());
    }

    private String names(String prefix) {
        return columns.stream().map(column -> prefix + column.name()).collect(joining(", "));
    }

    private String fields(String prefix) {
        return columns.stream().map(column -> prefix + quoted(column)).collect(joining(", "));
    }

    private String definitions(Predicate<Column> which) {
        return columns.stream()
                .filter(which)
                .map(column -> quoted(column) + " " + column.type())
                .collect(joining(", "));
    }

    private String replacements() {
        return columns.stream()
                .filter(column -> !isKey(column))
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(joining(", "));
    }

    private static String quoted(Column column) {
        return "\"" + column.field() + "\"";
    }
}
