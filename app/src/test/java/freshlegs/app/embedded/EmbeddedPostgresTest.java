package freshlegs.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import freshlegs.model.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private final Path folder;

    EmbeddedPostgresTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void rows_survive_a_crash_and_a_restart() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            run(postgres.address(), "CREATE TABLE kept AS SELECT 7 AS number");
            assertThat(ask(postgres.address(), "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres.address(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");

            postmaster().destroyForcibly();

            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> assertThat(
                            ask(postgres.address(), "SELECT number FROM kept"))
                    .isEqualTo("7"));
        }
        assertThat(folder.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
        try (EmbeddedPostgres again = start()) {
            assertThat(ask(again.address(), "SELECT number FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void nobody_comes_in_without_the_password() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            DatabaseAddress right = postgres.address();
            DatabaseAddress wrong = new DatabaseAddress(right.jdbcUrl(), right.user(), "wrong");

            assertThatThrownBy(() -> ask(wrong, "SELECT 1")).isInstanceOf(SQLException.class);
            assertThat(right.toString()).doesNotContain(right.password());
        }
    }

    @Test
    void only_its_own_random_password_is_hashed_quickly() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            run(postgres.address(), "CREATE ROLE somebody LOGIN PASSWORD 'chosen by hand'");

            assertThat(ask(postgres.address(), hashOf("freshlegs"))).startsWith("SCRAM-SHA-256$1:");
            assertThat(ask(postgres.address(), hashOf("somebody"))).startsWith("SCRAM-SHA-256$4096:");
        }
    }

    private static String hashOf(String role) {
        return "SELECT rolpassword FROM pg_authid WHERE rolname = '" + role + "'";
    }

    @Test
    void a_postmaster_left_by_a_killed_run_is_ended_first() throws Exception {
        EmbeddedPostgres left = start();
        ProcessHandle old = postmaster();

        StalePostmaster.end(folder.resolve("postgres/cluster"));

        assertThat(old.isAlive()).isFalse();
        left.close();
    }

    private EmbeddedPostgres start() throws InterruptedException {
        return EmbeddedPostgres.start(
                folder.resolve("postgres"), folder.resolve("postgres.log"), Path.of("target/postgres-programs"));
    }

    private ProcessHandle postmaster() throws Exception {
        Path pid = folder.resolve("postgres/cluster/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0))).orElseThrow();
    }

    private static void run(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }
}
