package freshlegs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MigrationTest {
    private static final String WAITING = """
            from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """;

    @Test
    void a_database_that_goes_away_meanwhile_is_asked_anew() throws Exception {
        ADatabase database = ADatabase.fresh();
        CompletableFuture<Void> migrating;
        try (Connection holding = database.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("lock table ledger.flyway_schema_history in access exclusive mode");
            migrating = CompletableFuture.runAsync(() -> Warehouse.migrate(database.address()));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(database.rows("select pid " + WAITING)).isNotEmpty());

            database.rows("select pg_terminate_backend(pid) " + WAITING);
        }

        migrating.get(30, TimeUnit.SECONDS);
        assertThat(Warehouse.missingMigrations(database.address())).isZero();
    }
}
