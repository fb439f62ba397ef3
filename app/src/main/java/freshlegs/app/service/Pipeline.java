package freshlegs.app.service;

import static freshlegs.app.setting.Catalogue.COMMIT;
import static freshlegs.app.setting.Catalogue.CONSOLE_HOST;
import static freshlegs.app.setting.Catalogue.CONSOLE_PORT;
import static freshlegs.app.setting.Catalogue.INTAKE_HOST;
import static freshlegs.app.setting.Catalogue.INTAKE_PORT;
import static freshlegs.app.setting.Catalogue.KAFKA_REPLICATION;
import static freshlegs.app.setting.Catalogue.POLL;
import static freshlegs.app.setting.Catalogue.SETTLE;
import static freshlegs.app.setting.Catalogue.STANDBYS;
import static freshlegs.app.setting.Catalogue.THREADS;
import static freshlegs.app.setting.Catalogue.WEBHOOK;
import static freshlegs.app.setting.Catalogue.ZONE;

import freshlegs.app.folder.DataFolder;
import freshlegs.app.metrics.Answer;
import freshlegs.app.metrics.Monitoring;
import freshlegs.app.problem.Problem;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.coach.Answers;
import freshlegs.coach.CoachServer;
import freshlegs.coach.CoachSettings;
import freshlegs.coach.OidcSettings;
import freshlegs.coach.Outside;
import freshlegs.coach.SmtpSettings;
import freshlegs.coach.WaysIn;
import freshlegs.coach.keep.Periods;
import freshlegs.coach.outgoing.Reachable;
import freshlegs.ingest.FactPublisher;
import freshlegs.ingest.HandingOn;
import freshlegs.ingest.IngestSettings;
import freshlegs.ingest.IngestWorker;
import freshlegs.ingest.IntakeMeters;
import freshlegs.ingest.Lead;
import freshlegs.ingest.NameTaken;
import freshlegs.ingest.Originals;
import freshlegs.ingest.Spool;
import freshlegs.ingest.http.Door;
import freshlegs.ingest.http.IntakeServer;
import freshlegs.ingest.http.IntakeServerSettings;
import freshlegs.ingest.http.OutcomeLookup;
import freshlegs.ingest.http.Tokens;
import freshlegs.ingest.http.UploadDesk;
import freshlegs.ingest.original.OriginalFiles;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.TopicCreator;
import freshlegs.streams.StreamsSettings;
import freshlegs.streams.StreamsWorker;
import freshlegs.warehouse.WarehouseSettings;
import freshlegs.warehouse.WarehouseWorker;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running parts; they meet in topics and know nothing of each other. */
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration RUNNING = Duration.ofSeconds(90);
    /** How long somebody who asks for a receipt waits for the database. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** How long a look at the database may take for the metrics. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final DataFolder folder;
    private final Settings settings;
    private final Clock clock;
    private final Closing closing;
    private final Monitoring monitoring;
    private Optional<OriginalFiles> originals = Optional.empty();
    private Optional<String> worker = Optional.empty();
    private Optional<Lead> lead = Optional.empty();
    private Optional<UploadDesk> desk = Optional.empty();
    private Optional<Leavers> leavers = Optional.empty();
    private Optional<URI> intake = Optional.empty();

    /** One of which nothing is shown. */
    Pipeline(DataFolder folder, Settings settings, Clock clock, Closing closing) {
        this(folder, settings, clock, closing, Monitoring.none());
    }

    Pipeline(DataFolder folder, Settings settings, Clock clock, Closing closing, Monitoring monitoring) {
        this.monitoring = monitoring;
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.closing = closing;
    }

    /** One of several processes that run a part on the same folder, under a name of its own. */
    Pipeline amongOthers() {
        worker = Optional.of(settings.get(Catalogue.INSTANCE));
        return this;
    }

    /** Whether this process does what only one on the folder may do; it may come to it later. */
    Lead lead() {
        if (lead.isEmpty()) {
            lead = Optional.of(closing.add(Lead.of(folder.root())));
        }
        return lead.get();
    }

    /** Where files are handed over by token, and what fetches others; without a database its receipts know no outcomes. */
    URI openIntake(KafkaAddress kafka, Optional<DatabaseAddress> database) {
        Spool spool = Spool.at(folder.root(), originals(), settings.limits(), clock, meters());
        OutcomeLookup outcomes = database.<OutcomeLookup>map(known -> new SqlOutcomes(known, ANSWER))
                .orElseGet(OutcomeLookup::nowhere);
        ComingWorkouts plan = database.<ComingWorkouts>map(known -> new SqlWorkouts(known, clock))
                .orElseGet(ComingWorkouts::nowhere);
        desk = Optional.of(new UploadDesk(spool, outcomes, settings.limits()));
        monitoring.intake(folder.root(), spool, originals(), settings.get(Catalogue.GARMIN));
        Connectors connectors = new Connectors(folder, originals(), settings, clock, meters());
        URI address = listen(spool, outcomes, plan, connectors.doors()).address();
        intake = Optional.of(address);
        lead().whenTaken(() -> connectors.start(kafka, plan, closing));
        database.ifPresent(known -> startErasing(kafka, known));
        return address;
    }

    /** Where the files are, and a database in which it is noted who leaves. */
    void startErasing(KafkaAddress kafka, DatabaseAddress database) {
        leavers = Optional.of(closing.add(Leavers.start(
                folder, originals(), settings.limits(), kafka, database, Backing.compaction(settings), clock)));
    }

    private IntakeServer listen(Spool spool, OutcomeLookup outcomes, ComingWorkouts plan, List<Door> doors) {
        IntakeServerSettings where = new IntakeServerSettings(
                settings.get(INTAKE_HOST), settings.get(INTAKE_PORT), settings.limits(), clock, meters());
        try {
            return closing.add(
                    IntakeServer.start(where, spool, Tokens.in(folder.root(), clock), outcomes, plan, doors));
        } catch (JavalinBindException e) {
            throw Problem.failed(
                    "Files cannot be taken at " + where.host() + ", port " + where.port()
                            + ", which is in use or not this machine's: choose another port with --intake-port.",
                    e);
        }
    }

    void startIngest(KafkaAddress kafka) {
        IngestSettings how = new IngestSettings(
                folder.root(),
                originals(),
                kafka,
                settings.get(ZONE),
                settings.get(POLL),
                settings.limits(),
                clock,
                meters(),
                worker);
        IngestWorker intake = closing.add(begun(how));
        monitoring.part("ingest", intake::isRunning);
        if (originals().isInBucket()) {
            lead().whenTaken(() ->
                    closing.add(HandingOn.start(Spool.at(folder.root(), originals(), settings.limits(), clock))));
        }
    }

    /** Without a database it stays as it was known last. */
    private void heedConsent(DatabaseAddress database) {
        if (!database.jdbcUrl().isEmpty()) {
            lead().whenTaken(() -> closing.add(Consenting.start(folder.root(), database, clock)));
        }
    }

    private IngestWorker begun(IngestSettings how) {
        try {
            return IngestWorker.start(how, lead());
        } catch (NameTaken e) {
            throw Problem.failed(
                    "Another ingest on " + folder.root() + " is called \"" + settings.get(Catalogue.INSTANCE)
                            + "\": give each a name of its own by FRESHLEGS_INSTANCE.",
                    e);
        }
    }

    /** With a database they learn of whom everything was erased. */
    StreamsPart startStreams(KafkaAddress kafka, DatabaseAddress database) throws InterruptedException {
        StreamsPart worker = closing.add(begin(streams(kafka)));
        if (!database.jdbcUrl().isEmpty()) {
            worker.learnFrom(database, closing);
        }
        monitoring.part("streams", worker::isRunning);
        monitoring.readyWhen(
                "streams",
                () -> worker.isAtWork()
                        ? Answer.well("The streams are at work.")
                        : Answer.unwell("The streams are being started, moved or restored: wait, or look at the log."));
        monitoring.streams(kafka);
        return worker;
    }

    private StreamsPart begin(StreamsSettings settings) throws InterruptedException {
        try {
            return StreamsPart.start(settings, clock);
        } catch (TopicCreator.Refused e) {
            throw Problem.failed(String.valueOf(e.getMessage()), e);
        }
    }

    StreamsSettings streams(KafkaAddress kafka) {
        return new StreamsSettings(
                kafka,
                folder.streams(),
                settings.get(Catalogue.INSTANCE),
                settings.get(COMMIT),
                settings.get(THREADS),
                settings.get(STANDBYS),
                settings.get(KAFKA_REPLICATION).shortValue(),
                settings.get(Catalogue.RULES),
                monitoring.registry());
    }

    /** However long it takes, as long as the streams are being restored and nothing fails. */
    static void awaitRunning(StreamsWorker streams) throws InterruptedException {
        while (!streams.awaitRunning(RUNNING)) {
            if (streams.isRunning() && !streams.isFailing()) {
                LOG.info("the streams are not at work yet: they are being restored");
                continue;
            }
            throw Problem.failed("The streams did not start within " + RUNNING.toSeconds()
                    + " s: see the log, and check that the Kafka is version 4.0 or newer and has room.");
        }
    }

    void startWarehouse(KafkaAddress kafka, DatabaseAddress database) {
        WarehouseWorker worker = closing.add(WarehouseWorker.start(warehouse(kafka, database)));
        monitoring.part("warehouse", worker::isRunning);
        monitoring.warehouse();
    }

    WarehouseSettings warehouse(KafkaAddress kafka, DatabaseAddress database) {
        List<String> recipients = settings.get(WEBHOOK).isPresent() ? List.of("webhook") : List.of();
        return warehouse(kafka, database, recipients);
    }

    WarehouseSettings warehouse(KafkaAddress kafka, DatabaseAddress database, List<String> recipients) {
        return new WarehouseSettings(
                kafka,
                database,
                recipients,
                settings.get(SETTLE),
                settings.get(Catalogue.HISTORY),
                clock,
                Optional.of(settings.get(Catalogue.INSTANCE)),
                monitoring.registry());
    }

    /** Without a Kafka of ours or an outside one its pages take no answers. */
    URI startCoach(KafkaAddress ours, DatabaseAddress database) {
        Optional<KafkaAddress> kafka =
                ours.bootstrapServers().isEmpty() ? Backing.outsideKafka(settings) : Optional.of(ours);
        Gone gone = closing.add(Gone.of(folder.root(), database, clock));
        Optional<Answers> answers = kafka.map(known -> closing.add(new PageAnswers(known, database, gone, clock)));
        kafka.ifPresent(known -> startIssuing(known, database, gone));
        CoachServer coach = closing.add(CoachServer.start(new CoachSettings(
                database,
                settings.get(CONSOLE_HOST),
                settings.get(CONSOLE_PORT),
                settings.get(WEBHOOK),
                waysIn(),
                answers,
                clock.withZone(settings.get(Catalogue.ZONE)),
                new Outside(settings.get(Catalogue.CONSOLE_URL), settings.get(Catalogue.CONSOLE_PROXY)),
                oidc(),
                new Reachable(settings.get(Catalogue.OUTGOING_ALLOWED)),
                smtp(),
                new Periods(
                        settings.get(Catalogue.AUDIT_DAYS),
                        settings.get(Catalogue.MESSAGE_DAYS),
                        settings.get(Catalogue.ENDED_DAYS)),
                monitoring.registry())));
        monitoring.part("coach", coach::isRunning);
        monitoring.people();
        return coach.address();
    }

    /** Only those who take files or show them need to know who we are at a bucket. */
    private OriginalFiles originals() {
        if (originals.isEmpty()) {
            originals = Optional.of(closing.add(Backing.originals(folder.root(), settings)));
        }
        return originals.get();
    }

    private Optional<SmtpSettings> smtp() {
        try {
            return settings.get(Catalogue.SMTP)
                    .map(server -> new SmtpSettings(
                            server, settings.get(Catalogue.MAIL_FROM).orElse("")));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("FRESHLEGS_SMTP, FRESHLEGS_MAIL_FROM: " + e.getMessage() + ".");
        }
    }

    private Optional<OidcSettings> oidc() {
        try {
            return settings.get(Catalogue.OIDC_ISSUER)
                    .map(issuer -> new OidcSettings(
                            issuer,
                            settings.get(Catalogue.OIDC_CLIENT).orElse(""),
                            settings.get(Catalogue.OIDC_SECRET).orElse(""),
                            settings.get(Catalogue.OIDC_NAME).orElse("OpenID Connect")));
        } catch (IllegalArgumentException e) {
            throw Problem.wrongUse("FRESHLEGS_OIDC_...: " + e.getMessage() + ".");
        }
    }

    private void startIssuing(KafkaAddress kafka, DatabaseAddress database, Gone gone) {
        FactPublisher publisher = closing.add(FactPublisher.to(kafka));
        closing.add(SessionIssuer.start(
                database,
                sessions -> publisher.publish(sessions.stream()
                        .filter(session -> !gone.test(session.athlete()))
                        .toList()),
                clock,
                SessionIssuer.POLL));
    }

    /** What the pages say of how files are handed over; they take some themselves where the intake is in this process. */
    private WaysIn waysIn() {
        URI address = intake.orElseGet(
                () -> URI.create("http://" + settings.get(INTAKE_HOST) + ":" + settings.get(INTAKE_PORT)));
        return new WaysIn(
                desk.map(PageUploads::new),
                desk.map(here -> folder.root().resolve("inbox")),
                Optional.of(address),
                desk.isPresent() || originals().isInBucket()
                        ? Optional.of(
                                closing.add(new SpoolRuns(Originals.in(folder.root(), originals(), settings.limits()))))
                        : Optional.empty(),
                desk.map(here -> new SpoolRoutes(
                        folder,
                        Spool.at(folder.root(), originals(), settings.limits(), clock),
                        settings.get(Catalogue.GARMIN),
                        clock)),
                leavers.map(here -> here));
    }

    /**
     * Starts the given parts on a broker and a database; answers the console's address if it is one of them. Streams among others may
     * wait long for their work, for a broker as well, and go on waiting; how they are, their health says.
     */
    Optional<URI> start(Set<Part> parts, KafkaAddress kafka, DatabaseAddress database) throws InterruptedException {
        watch(parts, kafka, database);
        Optional<StreamsPart> streams =
                parts.contains(Part.STREAMS) ? Optional.of(startStreams(kafka, database)) : Optional.empty();
        if (parts.contains(Part.WAREHOUSE)) {
            startWarehouse(kafka, database);
        }
        Optional<URI> console =
                parts.contains(Part.COACH) ? Optional.of(startCoach(kafka, database)) : Optional.empty();
        if (parts.contains(Part.INGEST)) {
            heedConsent(database);
            if (leavers.isEmpty() && !database.jdbcUrl().isEmpty()) {
                Leavers.note(folder, database, clock);
            }
            startIngest(kafka);
        }
        if (streams.isPresent()) {
            OwnTopics.applySettings(kafka, settings);
            if (worker.isEmpty()) {
                awaitRunning(streams.get().worker());
            }
        }
        return console;
    }

    private IntakeMeters meters() {
        return IntakeMeters.in(monitoring.registry());
    }

    private void watch(Set<Part> parts, KafkaAddress kafka, DatabaseAddress database) {
        if (!kafka.bootstrapServers().isEmpty()) {
            monitoring.kafka(
                    kafka,
                    parts.stream()
                            .flatMap(part -> part.onKafka().topics().stream())
                            .collect(Collectors.toSet()));
        }
        if (!database.jdbcUrl().isEmpty()) {
            monitoring.database(database, () -> PatientConnection.to(database, LOOK));
        }
    }
}
