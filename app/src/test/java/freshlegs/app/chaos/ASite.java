package freshlegs.app.chaos;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.embedded.EmbeddedPostgres;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A broker and a database of a test's own, in processes of their own, and the settings by which parts reach them. */
final class ASite implements AutoCloseable {
    private final Path folder;
    private final EmbeddedKafka kafka;
    private final EmbeddedPostgres postgres;

    private ASite(Path folder, EmbeddedKafka kafka, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.kafka = kafka;
        this.postgres = postgres;
    }

    @SuppressWarnings("resource") // closed with the site
    static ASite in(Path folder) throws Exception {
        Path postgres = Files.createDirectories(folder.resolve("postgres"));
        return new ASite(
                folder,
                EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log")),
                EmbeddedPostgres.start(postgres, folder.resolve("postgres.log"), Path.of("target/postgres-programs")));
    }

    Path folder() {
        return folder;
    }

    KafkaAddress kafka() {
        return kafka.address();
    }

    DatabaseAddress database() {
        return postgres.address();
    }

    Broker broker() throws IOException {
        String pid = Files.readString(folder.resolve("kafka/pid")).strip();
        return new Broker(ProcessHandle.of(Long.parseLong(pid)).orElseThrow());
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
        kafka.close();
        postgres.close();
    }
}
