package freshlegs.warehouse;

import freshlegs.model.DatabaseAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database's shape: schema {@code freshlegs} can be read again from the topics, {@code ledger} and {@code access} never. */
public final class Warehouse {
    /** The consumer group, whose members are the instances. */
    public static final String GROUP = "freshlegs-warehouse";

    private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);
    private static final int CONNECT_TRIES = 10;
    private static final int LOST_AT_MOST = 5;
    private static final Set<String> LOST = Set.of("08003", "08006", "57P01", "57P02");
    private static final String TRUNCATE_ALL = """
            select 'truncate ' || string_agg(format('%I.%I', schemaname, tablename), ', ' order by tablename)
            from pg_tables where schemaname = 'freshlegs'
            """;

    private static final String REMEMBER_HOW_FAR = """
            insert into ledger.unread as known (topic, partition, next_offset, began_at)
            select topic, partition, next_offset, now() from freshlegs.kafka_offset
            on conflict (topic, partition) do update
            set next_offset = greatest(known.next_offset, excluded.next_offset), began_at = excluded.began_at
            """;

    private Warehouse() {}

    /**
     * Brings all schemas up to this version; does nothing when they are. A database that goes away meanwhile is asked anew, as each
     * change is whole or not there.
     */
    public static void migrate(DatabaseAddress database) {
        for (int again = 0; !migrated(database, again < LOST_AT_MOST); again++) {
            LOG.warn("the database went away while its schemas were looked over: they are looked over again");
        }
    }

    private static boolean migrated(DatabaseAddress database, boolean mayBeLost) {
        try {
            migrateAtOnce(database);
            return true;
        } catch (FlywayException e) {
            if (mayBeLost && wentAway(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Ended by hand or with its server, or broken; not one that never came about. */
    private static boolean wentAway(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && LOST.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void migrateAtOnce(DatabaseAddress database) {
        var done = flyway(database, CONNECT_TRIES).migrate();
        if (done.migrationsExecuted > 0) {
            LOG.info("the database is now at version {}", done.targetSchemaVersion);
        }
    }

    /** Brings all schemas of an empty database up to that version alone; false when this program does not know it. */
    public static boolean migrate(DatabaseAddress database, String version) {
        Flyway flyway = flyway(database, CONNECT_TRIES);
        boolean known = Arrays.stream(flyway.info().all())
                .anyMatch(each -> String.valueOf(each.getVersion()).equals(version));
        if (known) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .target(version)
                    .load()
                    .migrate();
        }
        return known;
    }

    static Flyway flyway(DatabaseAddress database, int tries) {
        return Flyway.configure(Warehouse.class.getClassLoader())
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:freshlegs/warehouse/migration")
                .schemas("ledger", "freshlegs")
                .defaultSchema("ledger")
                .connectRetries(tries)
                .load();
    }

    /** How many changes the schemas lack to be those of this version. */
    public static int missingMigrations(DatabaseAddress database) {
        return flyway(database, 0).info().pending().length;
    }

    /** The topics that become tables. */
    public static List<String> topics() {
        return TopicTables.topics();
    }

    /**
     * Forgets all rows and offsets, so that a worker reads every topic again. What was told to people is kept, and nobody is told
     * anything until the topics have been read as far as they had been.
     */
    public static void rebuild(DatabaseAddress database) throws SQLException {
        try (Connection connection = Connections.open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(REMEMBER_HOW_FAR);
            statement.execute(truncateAll(statement));
            connection.commit();
        }
        LOG.info("the warehouse is empty and will be read again from the topics");
    }

    private static String truncateAll(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(TRUNCATE_ALL)) {
            row.next();
            return row.getString(1);
        }
    }
}
