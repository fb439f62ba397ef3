package freshlegs.app.metrics;

import java.sql.Connection;
import java.sql.SQLException;

/** A way to the database that keeps nobody waiting for long. */
@FunctionalInterface
public interface Tables {
    Connection open() throws SQLException;
}
