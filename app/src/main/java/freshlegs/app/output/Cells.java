package freshlegs.app.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import freshlegs.model.json.Json;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Single values on their way from the database to a page of text. */
final class Cells {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Cells() {}

    /** What stands in a row under a name, with ISO 8601 times, plain numbers and nested JSON. */
    static JsonNode read(ResultSet row, String column) throws SQLException {
        return read(row, row.findColumn(column));
    }

    static JsonNode read(ResultSet row, int column) throws SQLException {
        @Nullable Object content = row.getObject(column);
        if (content instanceof Date date) {
            return NODES.textNode(date.toLocalDate().toString());
        }
        if (content instanceof Timestamp time) {
            return NODES.textNode(time.toInstant().toString());
        }
        if (content instanceof Number number && Double.isFinite(number.doubleValue())) {
            return NODES.numberNode(plain(number));
        }
        if (content instanceof Boolean yes) {
            return NODES.booleanNode(yes);
        }
        if (content instanceof PGobject nested && nested.getType().startsWith("json")) {
            return Json.read(String.valueOf(nested.getValue()), JsonNode.class);
        }
        return content == null ? NODES.nullNode() : NODES.textNode(row.getString(column));
    }

    /** As it stands in a table or a spreadsheet. */
    static String text(JsonNode cell) {
        if (cell.isNull()) {
            return "";
        }
        if (cell.isNumber()) {
            return cell.decimalValue().toPlainString();
        }
        return cell.isValueNode() ? cell.asText() : cell.toString();
    }

    private static BigDecimal plain(Number number) {
        BigDecimal stripped = new BigDecimal(number.toString()).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
