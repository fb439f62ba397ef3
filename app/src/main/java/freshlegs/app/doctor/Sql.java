package freshlegs.app.doctor;

import freshlegs.app.output.Query;
import freshlegs.app.output.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Questions to the tables, which may not be there yet. */
final class Sql {
    private Sql() {}

    static boolean exists(Site site, String table) throws NotAsked, SQLException {
        site.database();
        try (Connection connection = site.connect();
                PreparedStatement select = connection.prepareStatement("select to_regclass(?) is not null")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Nothing where the table is not there. */
    static Table ask(Site site, String table, List<String> fields, String from) throws NotAsked, SQLException {
        if (!exists(site, table)) {
            return new Table(fields, List.of());
        }
        try (Connection connection = site.connect()) {
            return Query.of(fields, from).ask(connection);
        }
    }
}
