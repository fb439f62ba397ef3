package freshlegs.app.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows under named columns, the same for every way of printing them. */
public record Table(List<String> columns, List<List<JsonNode>> rows) {
    private static final String LINE_END = "\n";

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The first rows alone. */
    public Table first(int most) {
        return new Table(columns, rows.subList(0, Math.min(most, rows.size())));
    }

    /** An array of one object per row; what is not known is null. */
    public ArrayNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(rows.size());
        objects().forEach(array::add);
        return array;
    }

    /** One object per row. */
    public Stream<ObjectNode> objects() {
        return rows.stream().map(this::object);
    }

    /** As RFC 4180 has it, with line feeds; nested things are JSON, what is not known is empty. */
    public String toCsv() {
        return Stream.concat(
                        Stream.of(columns.stream()),
                        rows.stream().map(row -> row.stream().map(Cells::text).map(Table::quoted)))
                .map(cells -> cells.collect(Collectors.joining(",", "", LINE_END)))
                .collect(Collectors.joining());
    }

    private ObjectNode object(List<JsonNode> row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
            object.set(columns.get(i), row.get(i));
        }
        return object;
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
