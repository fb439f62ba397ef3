package freshlegs.app.ask;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A column of an answer: where it stands there, what it is called and what it holds. */
record Column(int place, String name, String type, Cell cell) {
    static List<Column> of(ResultSetMetaData heading) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= heading.getColumnCount(); i++) {
            String type = heading.getColumnTypeName(i);
            columns.add(new Column(i, heading.getColumnLabel(i), type, Cell.of(type)));
        }
        return columns;
    }
}
