package freshlegs.app.service;

import static freshlegs.app.setting.Catalogue.KAFKA;
import static freshlegs.app.setting.Catalogue.POSTGRES_URL;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.folder.Claim;
import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.FolderLock;
import freshlegs.app.folder.Instance;
import freshlegs.app.metrics.Monitoring;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.warehouse.WarehouseSettings;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A way to the pipeline: through the process that runs on the data folder when there is one, else by starting what is needed,
 * which ends with this.
 */
public final class Access implements AutoCloseable {
    private static final KafkaAddress NONE = KafkaAddress.of("");
    private static final DatabaseAddress NOWHERE = new DatabaseAddress("", "", "");
    private static final Set<Part> WHOLE_WAY = EnumSet.of(Part.INGEST, Part.STREAMS, Part.WAREHOUSE);

    private final KafkaAddress kafka;
    private final DatabaseAddress database;
    private final Optional<URI> console;
    private final Optional<URI> intake;
    private final Optional<URI> metrics;
    private final Closing closing;

    private Access(
            KafkaAddress kafka,
            DatabaseAddress database,
            Optional<URI> console,
            Optional<URI> intake,
            Optional<URI> metrics,
            Closing closing) {
        this.kafka = kafka;
        this.database = database;
        this.console = console;
        this.intake = intake;
        this.metrics = metrics;
        this.closing = closing;
    }

    public KafkaAddress kafka() {
        return kafka;
    }

    public DatabaseAddress database() {
        return database;
    }

    public Optional<URI> console() {
        return console;
    }

    /** Where files are handed over by token. */
    public Optional<URI> intake() {
        return intake;
    }

    /** Where the process shows its metrics and its health. */
    public Optional<URI> metrics() {
        return metrics;
    }

    @Override
    public void close() {
        closing.close();
    }

    /** The whole pipeline with its console, as a service; somebody else's will not do. */
    public static Access serve(Settings settings, String command, Clock clock) throws InterruptedException {
        DataFolder folder = folder(settings);
        Closing closing = new Closing();
        try {
            Connectors.check(settings);
            FolderLock lock = takeOrRefuse(folder, command, closing);
            return start(folder, settings, command, EnumSet.allOf(Part.class), lock, clock, closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** One part against outside services; only the intake needs the data folder, which it shares with its like. */
    public static Access alone(Part part, Settings settings, Clock clock) throws InterruptedException {
        DataFolder folder = folder(settings);
        Closing closing = new Closing();
        try {
            Connectors.check(settings);
            folder.prepare();
            KafkaAddress kafka =
                    part.needsKafka() ? Backing.required(Backing.outsideKafka(settings), part, KAFKA) : NONE;
            DatabaseAddress database = part.needsDatabase()
                    ? Backing.required(Backing.outsideDatabase(settings), part, POSTGRES_URL)
                    : Backing.outsideDatabase(settings).orElse(NOWHERE);
            Optional<FolderLock> lock =
                    part == Part.INGEST ? Optional.of(shareOrRefuse(folder, closing)) : Optional.empty();
            Monitoring monitoring = closing.add(Monitoring.serve(settings));
            Backing.prepare(part, kafka, database, settings);
            Pipeline pipeline = new Pipeline(folder, settings, clock, closing, monitoring).amongOthers();
            lock.ifPresent(held -> pipeline.lead().whenTaken(held::silence));
            Optional<URI> intake = part == Part.INGEST
                    ? Optional.of(pipeline.openIntake(kafka, Backing.outsideDatabase(settings)))
                    : Optional.empty();
            Optional<URI> console = pipeline.start(EnumSet.of(part), kafka, database);
            lock.ifPresent(held -> pipeline.lead().whenTaken(() -> {
                held.announce(Instance.of(part.command(), true, kafka, database, console, intake)
                        .showing(monitoring.address()));
                closing.add(held::silence);
            }));
            monitoring.started();
            return new Access(kafka, database, console, intake, monitoring.address(), closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** A pipeline that takes new facts all the way; against outside services only the intake is ours. */
    public static Access forWriting(Settings settings, String command, Clock clock) throws InterruptedException {
        return forTopics(settings, command, Backing.isOutside(settings) ? EnumSet.of(Part.INGEST) : WHOLE_WAY, clock);
    }

    /** Where somebody can be erased; against outside services by whoever keeps the files, which is nobody in this process. */
    public static Access forErasing(Settings settings, String command, Clock clock) throws InterruptedException {
        if (Backing.isOutside(settings)) {
            return forTopics(settings, command, EnumSet.noneOf(Part.class), clock);
        }
        DataFolder folder = folder(settings);
        Closing closing = new Closing();
        try {
            Claim claim = Claim.forWriting(folder, command);
            if (claim instanceof Claim.Theirs theirs) {
                return attached(theirs.instance(), settings);
            }
            FolderLock lock = closing.add(((Claim.Ours) claim).lock());
            Access access = start(folder, settings, command, WHOLE_WAY, lock, clock, closing);
            new Pipeline(folder, settings, clock, closing).startErasing(access.kafka(), access.database());
            return access;
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** An empty Kafka and a PostgreSQL as a program of that version of the database had it, in a folder of their own. */
    public static Access forRestoring(Settings settings, String command, String version) throws InterruptedException {
        if (Backing.outsideKafka(settings).isPresent()
                || Backing.outsideDatabase(settings).isPresent()) {
            throw Problem.wrongUse("A backup is restored into a folder of its own: unset FRESHLEGS_KAFKA and"
                    + " FRESHLEGS_POSTGRES_URL, and use your cluster's own tools for what lies there.");
        }
        DataFolder folder = folder(settings);
        Closing closing = new Closing();
        try {
            FolderLock lock = takeOrRefuse(folder, command, closing);
            folder.requireRoom(DataFolder.ROOM_TO_WRITE_MEBIBYTES);
            KafkaAddress kafka = Backing.kafka(folder, settings, closing);
            DatabaseAddress database = Backing.database(folder, version, closing);
            lock.announce(Instance.of(command, false, kafka, database, Optional.empty(), Optional.empty()));
            return new Access(kafka, database, Optional.empty(), Optional.empty(), Optional.empty(), closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** The topics and the tables; nothing is at work in this process. */
    public static Access forReadingTopics(Settings settings, String command, Clock clock) throws InterruptedException {
        return forTopics(settings, command, EnumSet.noneOf(Part.class), clock);
    }

    /** What makes results and tables, at work already or started here; of outside services theirs. */
    public static Access forRebuilding(Settings settings, String command, Clock clock) throws InterruptedException {
        Set<Part> ours =
                Backing.isOutside(settings) ? EnumSet.noneOf(Part.class) : EnumSet.of(Part.STREAMS, Part.WAREHOUSE);
        return forTopics(settings, command, ours, clock);
    }

    /** As the part that writes the tables is told. */
    public WarehouseSettings warehouse(Settings settings, Clock clock) {
        return new Pipeline(folder(settings), settings, clock, closing).warehouse(kafka, database);
    }

    private static Access forTopics(Settings settings, String command, Set<Part> parts, Clock clock)
            throws InterruptedException {
        DataFolder folder = folder(settings);
        Closing closing = new Closing();
        try {
            Claim claim = Claim.forWriting(folder, command);
            if (claim instanceof Claim.Theirs theirs) {
                return attached(theirs.instance(), settings);
            }
            FolderLock lock = closing.add(((Claim.Ours) claim).lock());
            return start(folder, settings, command, parts, lock, clock, closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** The topics alone, as they are: nothing is at work in this process, no topic is made and no database started. */
    public static Access forReadingFacts(Settings settings, String command) throws InterruptedException {
        Optional<KafkaAddress> outside = Backing.outsideKafka(settings);
        if (outside.isPresent()) {
            return new Access(
                    outside.get(), NOWHERE, Optional.empty(), Optional.empty(), Optional.empty(), new Closing());
        }
        DataFolder folder = folder(settings);
        if (!Files.isDirectory(folder.kafka())) {
            throw nothingIn(folder);
        }
        Closing closing = new Closing();
        try {
            Claim claim = Claim.forWriting(folder, command);
            if (claim instanceof Claim.Theirs theirs) {
                return attached(theirs.instance(), settings);
            }
            closing.add(((Claim.Ours) claim).lock());
            folder.requireRoom(DataFolder.ROOM_TO_READ_MEBIBYTES);
            EmbeddedKafka kafka = closing.add(
                    EmbeddedKafka.start(folder.kafka(), folder.logs().resolve("kafka.log")));
            return new Access(kafka.address(), NOWHERE, Optional.empty(), Optional.empty(), Optional.empty(), closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    /** The tables alone. */
    public static Access forReading(Settings settings, String command) throws InterruptedException {
        Optional<DatabaseAddress> outside = Backing.outsideDatabase(settings);
        if (outside.isPresent()) {
            return new Access(NONE, outside.get(), Optional.empty(), Optional.empty(), Optional.empty(), new Closing());
        }
        DataFolder folder = folder(settings);
        if (!Files.isDirectory(folder.root()) || !folder.hasDatabase()) {
            throw nothingIn(folder);
        }
        Closing closing = new Closing();
        try {
            Claim claim = Claim.forReading(folder, command);
            if (claim instanceof Claim.Theirs theirs) {
                return attached(theirs.instance(), settings);
            }
            FolderLock lock = closing.add(((Claim.Ours) claim).lock());
            folder.requireRoom(DataFolder.ROOM_TO_READ_MEBIBYTES);
            DatabaseAddress database = Backing.database(folder, settings, closing);
            lock.announce(Instance.of(command, false, NONE, database, Optional.empty(), Optional.empty()));
            return new Access(NONE, database, Optional.empty(), Optional.empty(), Optional.empty(), closing);
        } catch (RuntimeException | InterruptedException e) {
            closing.close();
            throw e;
        }
    }

    private static Problem nothingIn(DataFolder folder) {
        return Problem.failed("There is nothing in " + folder.root()
                + " yet: start with `freshlegs import --athlete ID FOLDER`, or name another folder with --data.");
    }

    static FolderLock takeOrRefuse(DataFolder folder, String command, Closing closing) {
        return closing.add(FolderLock.take(folder, command).orElseThrow(() -> held(folder)));
    }

    private static FolderLock shareOrRefuse(DataFolder folder, Closing closing) {
        return closing.add(FolderLock.share(folder, Part.INGEST.command()).orElseThrow(() -> held(folder)));
    }

    private static Problem held(DataFolder folder) {
        return Problem.failed("The data folder " + folder.root() + " is held by " + FolderLock.holder(folder)
                + ": end that, or choose another folder with --data.");
    }

    private static Access start(
            DataFolder folder,
            Settings settings,
            String command,
            Set<Part> parts,
            FolderLock lock,
            Clock clock,
            Closing closing)
            throws InterruptedException {
        folder.requireRoom(DataFolder.ROOM_TO_WRITE_MEBIBYTES);
        boolean service = parts.contains(Part.COACH);
        Monitoring monitoring = closing.add(service ? Monitoring.serve(settings) : Monitoring.none());
        try (AtOnce atOnce = new AtOnce()) {
            AtOnce.Pending<KafkaAddress> pending = atOnce.begin(() -> Backing.kafka(folder, settings, closing));
            DatabaseAddress database = Backing.database(folder, settings, closing);
            KafkaAddress kafka = pending.await();
            if (!parts.isEmpty()) {
                Backing.requireWhole(database);
            }
            Pipeline pipeline = new Pipeline(folder, settings, clock, closing, monitoring);
            Optional<URI> intake =
                    service ? Optional.of(pipeline.openIntake(kafka, Optional.of(database))) : Optional.empty();
            Optional<URI> console = pipeline.start(parts, kafka, database);
            lock.announce(Instance.of(command, service, kafka, database, console, intake)
                    .showing(monitoring.address()));
            monitoring.started();
            return new Access(kafka, database, console, intake, monitoring.address(), closing);
        }
    }

    private static Access attached(Instance instance, Settings settings) {
        return new Access(
                Backing.outsideKafka(settings).orElseGet(instance::kafkaAddress),
                Backing.outsideDatabase(settings).orElseGet(instance::database),
                instance.console(),
                instance.intake(),
                instance.metrics(),
                new Closing());
    }

    private static DataFolder folder(Settings settings) {
        return new DataFolder(settings.get(Catalogue.DATA));
    }
}
