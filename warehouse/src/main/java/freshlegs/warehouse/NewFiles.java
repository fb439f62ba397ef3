package freshlegs.warehouse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import freshlegs.model.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a batch of whose outcome the tables know nothing yet, by when they were handed over; none of a batch in which something
 * cannot be asked for, since a measurement may be missed and a row may not.
 */
final class NewFiles {
    private static final String NEW = """
            select told."receivedAt"
            from jsonb_to_recordset(?::jsonb) as told(athlete text, "deliveryId" text, "receivedAt" timestamptz)
            where not exists (select from freshlegs.file_outcome known
                              where known.athlete = told.athlete and known.delivery_id = told."deliveryId")
            """;

    private NewFiles() {}

    static List<Instant> of(Batch batch, Connection connection) throws SQLException {
        ArrayNode outcomes = Json.MAPPER.createArrayNode();
        batch.rows(TopicTables.FILE_OUTCOMES).stream()
                .filter(row -> !row.gone())
                .forEach(row -> outcomes.add(row.fields().deepCopy().retain("athlete", "deliveryId", "receivedAt")));
        if (outcomes.isEmpty()) {
            return List.of();
        }
        Savepoint before = connection.setSavepoint();
        try {
            List<Instant> files = ask(outcomes, connection);
            connection.releaseSavepoint(before);
            return files;
        } catch (SQLException e) {
            if (!BatchWriter.isAboutContent(e)) {
                throw e;
            }
            connection.rollback(before);
            return List.of();
        }
    }

    private static List<Instant> ask(ArrayNode outcomes, Connection connection) throws SQLException {
        List<Instant> files = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEW)) {
            select.setString(1, Json.writeText(outcomes));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Timestamp handedOver = rows.getTimestamp(1);
                    if (handedOver != null) {
                        files.add(handedOver.toInstant());
                    }
                }
            }
        }
        return files;
    }
}
