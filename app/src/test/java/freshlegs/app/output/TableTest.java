package freshlegs.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.model.json.Flat;
import freshlegs.model.result.TrendDay;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void csv_quotes_what_needs_it_and_leaves_the_unknown_empty() {
        Table table = new Table(
                List.of("date", "load", "why"),
                List.of(
                        row(NODES.textNode("2026-11-01"), NODES.numberNode(new BigDecimal("57.5")), NODES.nullNode()),
                        row(
                                NODES.textNode("2026-11-02"),
                                NODES.numberNode(BigDecimal.ZERO),
                                NODES.textNode("a, \"b\""))));

        assertThat(table.toCsv()).isEqualTo("""
                date,load,why
                2026-11-01,57.5,
                2026-11-02,0,"a, ""b""\"
                """);
    }

    @Test
    void json_has_every_column_in_every_row() {
        Table table = new Table(List.of("date", "load"), List.of(row(NODES.textNode("2026-11-01"), NODES.nullNode())));

        assertThat(table.toJson()).hasToString("[{\"date\":\"2026-11-01\",\"load\":null}]");
    }

    @Test
    void people_see_aligned_columns() {
        TextTable table = new TextTable("athlete", "load").add("anna", "7").add("bo", "112");

        assertThat(table).hasToString("""
                athlete  load
                anna        7
                bo        112
                """);
    }

    @Test
    void columns_are_named_as_the_warehouse_names_them() {
        assertThat(Query.column("distance7dMetres")).isEqualTo("distance7d_metres");
        assertThat(Flat.of(TrendDay.class).names()).startsWith("athlete", "date", "kind", "load");
    }

    private static List<JsonNode> row(JsonNode... cells) {
        return List.of(cells);
    }
}
