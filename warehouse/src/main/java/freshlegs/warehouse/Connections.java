package freshlegs.warehouse;

import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Connections that never commit by themselves and never wait for ever. */
final class Connections {
    private Connections() {}

    static Connection open(DatabaseAddress database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("ApplicationName", "freshlegs-warehouse");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "60");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), properties);
        connection.setAutoCommit(false);
        return connection;
    }
}
