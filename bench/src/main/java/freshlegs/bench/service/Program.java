package freshlegs.bench.service;

import freshlegs.bench.replay.TrivialTopology;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.streams.StreamsProperties;
import freshlegs.streams.StreamsSettings;
import freshlegs.streams.StreamsWorker;
import freshlegs.warehouse.WarehouseSettings;
import freshlegs.warehouse.WarehouseWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;

/** What runs in the measured process. */
public enum Program {
    /** The product's own. */
    SEASON(StreamsProperties.APPLICATION),
    /** The same with the warehouse beside it, into the database that the environment names. */
    TABLES(StreamsProperties.APPLICATION),
    /** One store, one put, one output, of bytes that nobody reads. */
    TRIVIAL("bench-trivial"),
    /** The same of facts, read from their JSON and written to it. */
    TRIVIAL_READING("bench-trivial-reading");

    private static final String URL = "FRESHLEGS_POSTGRES_URL";
    private static final String USER = "FRESHLEGS_POSTGRES_USER";
    private static final String PASSWORD = "FRESHLEGS_POSTGRES_PASSWORD";
    private static final Duration TO_WORK = Duration.ofMinutes(2);

    private final String application;

    Program(String application) {
        this.application = application;
    }

    /** The consumer group under which it commits. */
    public String application() {
        return application;
    }

    Running run(KafkaAddress kafka, Path state) throws InterruptedException {
        StreamsSettings settings = StreamsSettings.alone(kafka, state);
        return switch (this) {
            case SEASON -> {
                StreamsWorker worker = season(settings);
                yield new Running(worker::isRunning, worker);
            }
            case TABLES -> tables(settings);
            case TRIVIAL, TRIVIAL_READING -> {
                KafkaStreams streams = TrivialTopology.run(settings, application, this == TRIVIAL_READING);
                yield new Running(() -> streams.state().isRunningOrRebalancing(), streams);
            }
        };
    }

    private static StreamsWorker season(StreamsSettings settings) throws InterruptedException {
        StreamsWorker worker = StreamsWorker.start(settings);
        if (!worker.awaitRunning(TO_WORK)) {
            throw new IllegalStateException("the streams did not come to work");
        }
        return worker;
    }

    @SuppressWarnings("resource")
    private static Running tables(StreamsSettings settings) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        DatabaseAddress database = new DatabaseAddress(
                environment.getOrDefault(URL, ""),
                environment.getOrDefault(USER, ""),
                environment.getOrDefault(PASSWORD, ""));
        WarehouseWorker warehouse = WarehouseWorker.start(new WarehouseSettings(
                settings.kafka(), database, List.of(), Duration.ofSeconds(10), Clock.systemUTC()));
        StreamsWorker streams = season(settings);
        return new Running(() -> streams.isRunning() && warehouse.isRunning(), () -> {
            streams.close();
            warehouse.close();
        });
    }

    /** How a measured process learns of the database. */
    public static Map<String, String> environment(DatabaseAddress database) {
        return Map.of(URL, database.jdbcUrl(), USER, database.user(), PASSWORD, database.password());
    }
}
