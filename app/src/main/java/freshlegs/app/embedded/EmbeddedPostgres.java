package freshlegs.app.embedded;

import freshlegs.app.problem.Problem;
import freshlegs.model.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL on loopback with a password, durable, that ends with its parent and comes back if it crashes. Its programs
 * are Zonky's; its way of running is ours, because Zonky's, made for tests, switches fsync off and trusts every connection.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "freshlegs";
    private static final String DATABASE = "freshlegs";

    private final PostgresPrograms programs;
    private final Path folder;
    private final Path log;
    private final String password;
    private final int port = FreePort.probe();
    private volatile ProcessHandle postmaster;
    private volatile Process watchdog;
    private volatile boolean closing;

    private EmbeddedPostgres(PostgresPrograms programs, Path folder, Path log)
            throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = folder;
        this.log = log;
        password = DatabasePassword.of(folder);
        if (!Files.exists(cluster().resolve("PG_VERSION"))) {
            createCluster();
        }
        postmaster = launch();
        watchdog = PostgresWatchdog.over(postmaster, log);
    }

    /** Starts PostgreSQL on the folder's data and returns when it answers; {@code cache} keeps the unpacked programs. */
    public static EmbeddedPostgres start(Path folder, Path log, Path cache) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            PostgresPrograms programs = PostgresPrograms.in(PostgresBinaries.in(cache));
            StalePostmaster.end(folder.resolve("cluster"));
            EmbeddedPostgres postgres = new EmbeddedPostgres(programs, folder, log);
            postgres.createDatabaseOrClose();
            postgres.watch();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not start in " + folder + ": " + e.getMessage(), e);
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(url(DATABASE), USER, password);
    }

    /** Waits for a restart that is under way, so that nothing of ours runs on. */
    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            stop();
        }
    }

    private void stop() {
        try {
            PostgresWatchdog.letGo(watchdog);
            if (!Child.isGoneWithin(postmaster, PATIENCE)) {
                LOG.warn("PostgreSQL does not stop; it is killed.");
                postmaster.destroyForcibly();
            }
        } catch (InterruptedException e) {
            postmaster.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Its own password is random and long: hashing it 4096 times would keep out nobody and cost at each of many connections. */
    private void createCluster() throws IOException, InterruptedException {
        Path fresh = folder.resolve("cluster-being-made");
        if (Files.exists(fresh)) {
            Folders.deleteAll(fresh);
        }
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + USER,
                        "--pwfile=" + DatabasePassword.file(folder),
                        "--auth=scram-sha-256",
                        "--set=scram_iterations=1",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-instructions"));
        Files.move(fresh, cluster());
    }

    private ProcessHandle launch() throws IOException, InterruptedException {
        Path output = Child.output(log);
        int code = programs.runDetached(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=60",
                        "--pgdata=" + cluster(),
                        "--log=" + log,
                        "--options=" + PostgresOptions.text(port)),
                output);
        if (code != 0) {
            throw Problem.failed(whyItFailed());
        }
        String pid =
                Files.readAllLines(cluster().resolve("postmaster.pid")).get(0).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow(() -> Problem.failed(whyItFailed()));
    }

    private String whyItFailed() {
        if (LogTail.tellsOfFullDisk(log)) {
            return "PostgreSQL stopped because the disk of " + folder + " is full: free some space.";
        }
        return "PostgreSQL did not start: see " + log + ".";
    }

    private void createDatabaseOrClose() {
        try {
            createDatabase();
        } catch (SQLException e) {
            close();
            throw Problem.failed("PostgreSQL does not let us in: see " + log + ".", e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"), USER, password);
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private void watch() {
        Thread watcher = new Thread(this::keepAlive, "postgres-keeper");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void keepAlive() {
        try {
            while (!closing) {
                TimeUnit.MILLISECONDS.sleep(500);
                relaunchIfGone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void relaunchIfGone() throws InterruptedException {
        if (closing || postmaster.isAlive()) {
            return;
        }
        LOG.warn("PostgreSQL ended unexpectedly (see {}). It is started again.", log);
        try {
            PostgresWatchdog.letGo(watchdog);
            postmaster = launch();
            watchdog = PostgresWatchdog.over(postmaster, log);
        } catch (IOException | Problem e) {
            LOG.warn("PostgreSQL could not be started again: {}", e.getMessage());
        }
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
