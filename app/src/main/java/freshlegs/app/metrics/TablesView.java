package freshlegs.app.metrics;

import freshlegs.model.DatabaseAddress;
import freshlegs.warehouse.Warehouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How the database and its tables stand. */
final class TablesView {
    /** How long the tables may take to what stands in the topics when they are asked for. */
    private static final long CAUGHT_UP_MILLIS = 3_000;

    private static final long PAUSE_MILLIS = 100;

    private final DatabaseAddress address;
    private final Tables tables;
    private boolean migrated;

    TablesView(DatabaseAddress address, Tables tables) {
        this.address = address;
        this.tables = tables;
    }

    /** Whether it answers and has all tables of this program. */
    synchronized Answer answers() {
        try (Connection connection = tables.open()) {
            if (!connection.isValid(1)) {
                return away();
            }
            int missing = migrated ? 0 : Warehouse.missingMigrations(address);
            migrated = missing == 0;
            return migrated
                    ? Answer.well("PostgreSQL answers and has all tables of this program.")
                    : Answer.unwell(
                            "The database lacks " + missing
                                    + " changes of this program: start `freshlegs run` or `freshlegs warehouse`, which makes them.");
        } catch (SQLException | RuntimeException e) {
            return away();
        }
    }

    private static Answer away() {
        return Answer.unwell("PostgreSQL does not answer: start it, or look at its log.");
    }

    /** Whether what stands in the topics now becomes rows within moments. */
    Answer caughtUp(KafkaView kafka) {
        try (Connection connection = tables.open()) {
            Map<TopicPartition, Long> ends = kafka.ends(Warehouse.topics());
            long end = System.nanoTime() + CAUGHT_UP_MILLIS * 1_000_000;
            long behind = behind(ends, connection);
            while (behind > 0 && System.nanoTime() < end) {
                Thread.sleep(PAUSE_MILLIS);
                behind = behind(ends, connection);
            }
            return behind == 0
                    ? Answer.well("The tables hold what stands in the topics.")
                    : Answer.unwell("The tables are " + behind + " records behind the topics after "
                            + CAUGHT_UP_MILLIS / 1_000 + " s: wait, or look at the warehouse's log.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.unwell("It was asked while the process ends.");
        } catch (SQLException | KafkaException e) {
            return Answer.unwell("How far the tables are cannot be told while Kafka or PostgreSQL is away.");
        }
    }

    private static long behind(Map<TopicPartition, Long> ends, Connection connection) throws SQLException {
        return Lag.byTopic(ends, stored(connection)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How far each partition has become rows. */
    static Map<TopicPartition, Long> stored(Connection connection) throws SQLException {
        Map<TopicPartition, Long> stored = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "select topic, partition, next_offset from freshlegs.kafka_offset");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                stored.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return stored;
    }

    Connection open() throws SQLException {
        return tables.open();
    }
}
