package freshlegs.app.doctor;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.FolderLock;
import freshlegs.app.folder.Instance;
import freshlegs.app.service.Backing;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.setting.Settings.Checked;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What there is to look at: settings, the data folder, and whatever Kafka and PostgreSQL can be reached. Starts nothing. */
final class Site implements AutoCloseable {
    private static final int ANSWER_SECONDS = 5;

    private final Checked checked;
    private final Map<String, String> environment;
    private final Clock clock;
    private final Limits limits;
    private final DataFolder folder;
    private final boolean held;
    private final Optional<Instance> instance;
    private Optional<Optional<Admin>> kafka = Optional.empty();
    private Optional<Boolean> database = Optional.empty();

    Site(Checked checked, Map<String, String> environment, Clock clock, Limits limits) {
        this.checked = checked;
        this.environment = environment;
        this.clock = clock;
        this.limits = limits;
        this.folder = new DataFolder(checked.settings().get(Catalogue.DATA));
        this.held = isHeld(folder);
        this.instance = announced(folder);
    }

    /** What cannot be read is a finding of the folder's own check. */
    private static boolean isHeld(DataFolder folder) {
        try {
            return FolderLock.isHeld(folder);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static Optional<Instance> announced(DataFolder folder) {
        try {
            return Instance.on(folder);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Settings settings() {
        return checked.settings();
    }

    List<String> wrongSettings() {
        return checked.wrong();
    }

    Map<String, String> environment() {
        return environment;
    }

    Clock clock() {
        return clock;
    }

    Limits limits() {
        return limits;
    }

    DataFolder folder() {
        return folder;
    }

    /** Whether a live process holds the data folder. */
    boolean isHeld() {
        return held;
    }

    /** What was announced on the folder, by a process that may have ended since. */
    Optional<Instance> announced() {
        return instance;
    }

    Optional<KafkaAddress> kafkaAddress() {
        return Backing.outsideKafka(settings())
                .or(() -> instance.filter(at -> held && !at.kafka().isEmpty()).map(Instance::kafkaAddress));
    }

    Optional<DatabaseAddress> databaseAddress() {
        return Backing.outsideDatabase(settings())
                .or(() -> instance.filter(at -> held && !at.jdbcUrl().isEmpty()).map(Instance::database));
    }

    /** Kafka, as soon as it has answered once; asked for only once. */
    synchronized Admin kafka() throws NotAsked, InterruptedException {
        KafkaAddress address = kafkaAddress()
                .orElseThrow(() -> new NotAsked("Kafka does not run: `freshlegs run` starts the embedded one."));
        if (kafka.isEmpty()) {
            kafka = Optional.of(answering(address));
        }
        return kafka.get().orElseThrow(() -> new NotAsked("Kafka does not answer."));
    }

    private static Optional<Admin> answering(KafkaAddress address) throws InterruptedException {
        Map<String, Object> properties = new HashMap<>(address.adminProperties());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_SECONDS * 1000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_SECONDS * 1000);
        Admin admin = Admin.create(properties);
        try {
            admin.describeCluster().nodes().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return Optional.of(admin);
        } catch (ExecutionException | TimeoutException e) {
            admin.close(java.time.Duration.ZERO);
            return Optional.empty();
        }
    }

    /** A connection of its own to PostgreSQL, which answers soon or not at all. */
    Connection connect() throws NotAsked, SQLException {
        DatabaseAddress address = databaseAddress()
                .orElseThrow(() -> new NotAsked("PostgreSQL does not run: `freshlegs run` starts the embedded one."));
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "freshlegs-doctor");
        properties.setProperty("connectTimeout", Integer.toString(ANSWER_SECONDS));
        properties.setProperty("loginTimeout", Integer.toString(ANSWER_SECONDS));
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("readOnly", "true");
        return DriverManager.getConnection(address.jdbcUrl(), properties);
    }

    /** PostgreSQL's address, once it is known to answer. */
    DatabaseAddress database() throws NotAsked {
        DatabaseAddress address = databaseAddress()
                .orElseThrow(() -> new NotAsked("PostgreSQL does not run: `freshlegs run` starts the embedded one."));
        if (!answers()) {
            throw new NotAsked("PostgreSQL does not answer.");
        }
        return address;
    }

    private synchronized boolean answers() throws NotAsked {
        if (database.isEmpty()) {
            try (Connection connection = connect()) {
                database = Optional.of(connection.isValid(ANSWER_SECONDS));
            } catch (SQLException e) {
                database = Optional.of(false);
            }
        }
        return database.get();
    }

    @Override
    public synchronized void close() {
        kafka.flatMap(each -> each).ifPresent(admin -> admin.close(java.time.Duration.ZERO));
    }
}
