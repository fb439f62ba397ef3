package freshlegs.app.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import freshlegs.app.output.Query;
import freshlegs.app.output.Show;
import freshlegs.model.DatabaseAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions to the tables. */
final class Rows {
    private final DatabaseAddress database;

    Rows(DatabaseAddress database) {
        this.database = database;
    }

    List<ObjectNode> ask(List<String> fields, String from, Object... parameters) throws SQLException {
        return Query.of(fields, from).with(parameters).ask(database).objects().toList();
    }

    static Optional<Instant> instant(JsonNode row, String field) {
        return text(row, field).map(Instant::parse);
    }

    static Optional<String> text(JsonNode row, String field) {
        return Optional.of(Show.text(row, field)).filter(text -> !text.isEmpty());
    }
}
