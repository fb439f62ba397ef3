package freshlegs.app.output;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a statement answered under the names that it gave, {@code cut} where there is more of it. */
public record Answer(Table table, boolean cut) {
    public static Answer read(ResultSet answer, int most) throws SQLException {
        ResultSetMetaData heading = answer.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= heading.getColumnCount(); i++) {
            columns.add(heading.getColumnLabel(i));
        }
        List<List<JsonNode>> rows = new ArrayList<>();
        while (answer.next()) {
            if (rows.size() == most) {
                return new Answer(new Table(columns, rows), true);
            }
            List<JsonNode> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(Cells.read(answer, i));
            }
            rows.add(row);
        }
        return new Answer(new Table(columns, rows), false);
    }
}
