package freshlegs.app.chaos;

import static org.awaitility.Awaitility.await;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.embedded.EmbeddedPostgres;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Brokers and a database of a test's own, in processes of their own, and the settings by which parts reach them. */
final class ASite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final KafkaAddress kafka;
    private final Runnable endKafka;
    private final EmbeddedPostgres postgres;

    private ASite(Path folder, KafkaAddress kafka, Runnable endKafka) throws Exception {
        this.folder = folder;
        this.kafka = kafka;
        this.endKafka = endKafka;
        Path files = Files.createDirectories(folder.resolve("postgres"));
        postgres = EmbeddedPostgres.start(files, folder.resolve("postgres.log"), Path.of("target/postgres-programs"));
    }

    @SuppressWarnings("resource") // closed with the site
    static ASite in(Path folder) throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"));
        return new ASite(folder, kafka.address(), kafka::close);
    }

    static ASite on(ThreeBrokers brokers, Path folder) throws Exception {
        return new ASite(folder, brokers.address(), brokers::close);
    }

    Path folder() {
        return folder;
    }

    KafkaAddress kafka() {
        return kafka;
    }

    DatabaseAddress database() {
        return postgres.address();
    }

    /** As it runs now; it has another process after each kill. */
    Broker broker() {
        return new Broker(process(folder.resolve("kafka/pid")));
    }

    /** The database's first process; without it the others end. */
    ProcessHandle postmaster() {
        return process(folder.resolve("postgres/cluster/postmaster.pid"));
    }

    private static ProcessHandle process(Path noted) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> ProcessHandle.of(
                                Long.parseLong(Files.readAllLines(noted).get(0).strip())),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** What a part in a process of its own is told; {@code data} is its own data folder. */
    Map<String, String> environment(Path data) {
        Map<String, String> environment = new HashMap<>();
        environment.put("FRESHLEGS_DATA", data.toString());
        environment.put("FRESHLEGS_KAFKA", kafka().bootstrapServers());
        environment.put("FRESHLEGS_POSTGRES_URL", database().jdbcUrl());
        environment.put("FRESHLEGS_POSTGRES_USER", database().user());
        environment.put("FRESHLEGS_POSTGRES_PASSWORD", database().password());
        environment.put("FRESHLEGS_ZONE", "UTC");
        environment.put("FRESHLEGS_POLL", "100ms");
        environment.put("FRESHLEGS_INTAKE_PORT", "0");
        environment.put("FRESHLEGS_METRICS_PORT", "0");
        environment.put("FRESHLEGS_CONSOLE_PORT", "0");
        environment.put("FRESHLEGS_SETTLE", "1s");
        return environment;
    }

    @Override
    public void close() {
        endKafka.run();
        postgres.close();
    }
}
