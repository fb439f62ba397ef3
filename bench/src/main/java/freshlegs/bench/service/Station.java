package freshlegs.bench.service;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.embedded.EmbeddedPostgres;
import freshlegs.app.setting.StandardFolder;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A broker of its own for one measurement, with facts in it, and a database if asked for; all of it is gone afterwards. */
public final class Station implements AutoCloseable {
    private final Scratch scratch = Scratch.create();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final EmbeddedKafka kafka;

    private Station() throws InterruptedException {
        open.push(scratch);
        kafka = EmbeddedKafka.start(scratch.resolve("kafka"), scratch.resolve("kafka.log"));
        open.push(kafka);
    }

    /** Returns when all facts lie in their topics. */
    @SuppressWarnings("resource")
    public static Station open(Histories histories, Order order) throws InterruptedException {
        Station station = new Station();
        try {
            FactTopics.fill(station.kafka(), histories, order);
            return station;
        } catch (RuntimeException | InterruptedException e) {
            station.close();
            throw e;
        }
    }

    /** One with all topics and nothing in them. */
    @SuppressWarnings("resource")
    public static Station empty() throws InterruptedException {
        Station station = new Station();
        try {
            FactTopics.create(station.kafka());
            return station;
        } catch (RuntimeException e) {
            station.close();
            throw e;
        }
    }

    public KafkaAddress kafka() {
        return kafka.address();
    }

    public Path folder(String name) {
        return scratch.resolve(name);
    }

    /** A PostgreSQL with empty tables. */
    public DatabaseAddress startDatabase() throws InterruptedException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                scratch.resolve("postgres"), scratch.resolve("postgres.log"), StandardFolder.cache());
        open.push(postgres);
        Warehouse.migrate(postgres.address());
        return postgres.address();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("could not be put away", e);
            }
        }
    }
}
