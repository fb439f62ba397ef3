package freshlegs.app.metrics;

import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.ingest.Spool;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a process shows of itself, for as long as it runs: it is told of each part as that is started. */
public final class Monitoring implements AutoCloseable {
    private final Optional<Meters> meters;
    private final Optional<Looks> looks;
    private final Health alive = new Health();
    private final Health ready = new Health();
    private Optional<Endpoint> endpoint = Optional.empty();
    private Optional<KafkaView> kafka = Optional.empty();
    private Optional<TablesView> tables = Optional.empty();
    private volatile boolean started;

    private Monitoring(Optional<Meters> meters) {
        this.meters = meters;
        this.looks = meters.map(some -> new Looks(some.registry()));
    }

    /** Counts nothing and shows nothing, as it is for commands that end by themselves. */
    public static Monitoring none() {
        return new Monitoring(Optional.empty());
    }

    /** Shows what there is from now on, also while the process still starts. */
    public static Monitoring serve(Settings settings) {
        Monitoring monitoring = new Monitoring(Optional.of(Meters.of(settings.get(Catalogue.DATA))));
        monitoring.ready.add("started", monitoring::isStarted);
        try {
            monitoring.endpoint = Optional.of(Endpoint.start(
                    settings.get(Catalogue.METRICS_HOST),
                    settings.get(Catalogue.METRICS_PORT),
                    monitoring::scrape,
                    monitoring.alive,
                    monitoring.ready));
        } catch (RuntimeException e) {
            monitoring.close();
            throw e;
        }
        return monitoring;
    }

    /** Where everything counts what it does; of a process that shows nothing it keeps nothing. */
    public MeterRegistry registry() {
        return meters.<MeterRegistry>map(Meters::registry).orElseGet(CompositeMeterRegistry::new);
    }

    public Optional<URI> address() {
        return endpoint.map(Endpoint::address);
    }

    /** A part of which all workers must run. */
    public void part(String name, BooleanSupplier runs) {
        alive.add(
                name,
                () -> runs.getAsBoolean()
                        ? Answer.well("The " + name + " runs.")
                        : Answer.unwell(
                                "A worker of the " + name + " has ended: look at the log, and start it again."));
        meters.ifPresent(
                some -> Meters.gauge(some.registry(), Metrics.PART_UP, () -> runs.getAsBoolean() ? 1 : 0, name));
    }

    /** Something that must hold before the process can do its work. */
    public void readyWhen(String name, Supplier<Answer> question) {
        ready.add(name, question);
    }

    /** With the topics that the process works with. */
    public void kafka(KafkaAddress address, Set<String> topics) {
        if (meters.isPresent()) {
            KafkaView view = KafkaView.of(address);
            kafka = Optional.of(view);
            ready.add("kafka", view::answers);
            ready.add("topics", () -> view.topics(topics));
        }
    }

    public void database(DatabaseAddress address, Tables way) {
        TablesView view = new TablesView(address, way);
        tables = Optional.of(view);
        ready.add("database", view::answers);
    }

    public void intake(Path folder, Spool spool, OriginalFiles originals, boolean garmin) {
        looks.ifPresent(all -> all.add(new SpoolLook(folder, spool, originals, garmin)));
    }

    public void streams(KafkaAddress address) {
        looks.ifPresent(all -> kafka.ifPresent(view -> {
            all.add(new StreamsLook(view));
            all.add(new DeadLetterLook(address, view));
        }));
    }

    public void warehouse() {
        meters.ifPresent(some -> RuleMeters.begin(some.registry()));
        looks.ifPresent(all -> kafka.ifPresent(view -> tables.ifPresent(known -> {
            all.add(new WarehouseLook(view, known));
            ready.add("tables", () -> known.caughtUp(view));
        })));
    }

    public void people() {
        looks.ifPresent(all -> tables.ifPresent(known -> all.add(new PeopleLook(known))));
    }

    /** Everything that this process runs has been started. */
    public void started() {
        started = true;
    }

    private Answer isStarted() {
        return started ? Answer.well("Everything has been started.") : Answer.unwell("It is still starting: wait.");
    }

    private void scrape(OutputStream out, String contentType) throws IOException {
        if (looks.isPresent() && meters.isPresent()) {
            String text = looks.get().read(() -> meters.get().registry().scrape(contentType));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        endpoint.ifPresent(Endpoint::close);
        looks.ifPresent(Looks::close);
        kafka.ifPresent(KafkaView::close);
        meters.ifPresent(Meters::close);
    }
}
