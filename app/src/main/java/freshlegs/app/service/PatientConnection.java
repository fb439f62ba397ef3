package freshlegs.app.service;

import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** A way to a database that keeps nobody waiting longer than whole seconds for each of its words. */
final class PatientConnection {
    private PatientConnection() {}

    static Connection to(DatabaseAddress database, Duration patience) throws SQLException {
        String seconds = Long.toString(patience.toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        return DriverManager.getConnection(database.jdbcUrl(), properties);
    }
}
