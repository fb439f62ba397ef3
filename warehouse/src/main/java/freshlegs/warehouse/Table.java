package freshlegs.warehouse;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
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

    /** Takes an athlete and the array; gives every row of the athlete's that is not as its message says, by columns, as JSON. */
    String differences() {
        String all = columns.stream().map(Column::name).collect(joining(", "));
        return "select case when kept.athlete is not null then to_jsonb(kept) end as there,"
                + " case when anew.athlete is not null then to_jsonb(anew) end as anew from (select " + all
                + " from freshlegs." + name + " where athlete = ?) kept full join (select "
                + columns.stream()
                        .map(column -> "message." + quoted(column) + " as " + column.name())
                        .collect(joining(", "))
                + " from jsonb_to_recordset(?::jsonb) as message(" + definitions(column -> true) + ")) anew on "
                + key.stream().map(each -> "kept." + each + " = anew." + each).collect(joining(" and "))
                + " where kept.athlete is null or anew.athlete is null or (" + names("kept.") + ") is distinct from ("
                + names("anew.") + ")";
    }

    /** The columns of the key, in its order. */
    List<Column> keyColumns() {
        return key.stream()
                .map(wanted -> columns.stream()
                        .filter(column -> column.name().equals(wanted))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** What stands in the columns of the key, as one text. */
    String keyOf(Function<Column, String> content) {
        return keyColumns().stream().map(content).collect(joining("/"));
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
