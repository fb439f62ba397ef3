package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.output.Query;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rest;
import freshlegs.app.setting.Settings;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code freshlegs rebuild}, beside a running system and on a stopped one, where hardly anything is as it should be but the facts. */
@TestMethodOrder(OrderAnnotation.class)
class RebuildTest {
    private static final String ATHLETE = "ben";
    private static final String OTHER = "flo";
    private static final String LATE = "gus";
    private static final Topic<?> POISONED = Topics.READING;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private static Path folder = Path.of("");

    private static Path data = Path.of("");
    private static Map<String, String> environment = Map.of();

    @BeforeAll
    static void a_season() throws Exception {
        data = folder.resolve("data");
        environment = Map.of(
                "FRESHLEGS_METRICS_PORT", "0",
                "FRESHLEGS_DATA", data.toString(),
                "FRESHLEGS_ZONE", "UTC",
                "FRESHLEGS_POLL", "100ms",
                "FRESHLEGS_SETTLE", "1h",
                "FRESHLEGS_INTAKE_PORT", "0",
                "FRESHLEGS_CONSOLE_PORT", "0",
                "FRESHLEGS_WEBHOOK", "http://127.0.0.1:9/");
        takeInASeason();
    }

    @Test
    @Order(2)
    void beside_a_running_system_what_was_spoilt_is_named_and_mended_and_nobody_else_is_touched() throws Exception {
        try (Access system = Access.forWriting(settings(), "import", Clock.systemUTC())) {
            Arriving other = Arriving.begin(files(), data, OTHER);
            beside(system, 0, "--compare").contains("Equal: ");
            other.awaitEnd(system.database());
            beside(system, 0, "--compare", "--athlete", OTHER).contains("Equal: ");
            SameOnRebuild before = SameOnRebuild.as(system.kafka(), system.database());
            assertThat(before.ledger().get("outbox")).isNotEmpty();
            long told = recordsOf(system.kafka(), OTHER);

            SpoiltBeside spoilt = new SpoiltBeside(system, ATHLETE, OTHER);
            spoilt.rows();
            spoilt.records();
            Arriving late = Arriving.begin(files(), data, LATE);
            assertThat(differences(ran(system, 1, "--compare", "--csv", "--athlete", ATHLETE)))
                    .containsExactlyInAnyOrderElementsOf(spoilt.named());
            beside(system, 0, "--athlete", ATHLETE, "--yes").contains("Everything is mended");
            assertThat(differences(ran(system, 1, "--compare", "--csv")))
                    .containsExactlyElementsOf(spoilt.namedOfTheOther());
            assertThat(recordsOf(system.kafka(), OTHER)).isEqualTo(told);

            spoilt.records();
            killWhileTheStreamsAreAsked(system);
            beside(system, 0, "--yes");
            late.awaitEnd(system.database());
            beside(system, 0, "--compare", "--sessions", "--athlete", LATE).contains("Equal: ");
            before.check(SameOnRebuild.as(system.kafka(), system.database()).without(LATE));
        }
    }

    @Test
    @Order(1)
    void whatever_was_spoilt_of_a_stopped_system_is_as_it_was_and_nobody_is_told() throws Exception {
        SameOnRebuild before;
        try (ASite site = ASite.in(data)) {
            before = SameOnRebuild.as(site);
            assertThat(before.ledger().get("outbox")).isNotEmpty();
            spoilResults(site);
        }
        spoilState();
        ACommand.Ran rebuilt = run("rebuild", "--stopped");

        assertThat(rebuilt.code()).as(rebuilt.said()).isZero();
        assertThat(rebuilt.said()).contains("taken back: 2.");
        try (ASite site = ASite.in(data)) {
            before.check(SameOnRebuild.as(site));
            haunt(site.kafka(), Topics.SESSION);
        }
        killARebuild();
        ACommand.Ran refused = run("import", "--athlete", ATHLETE, folder);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.said()).contains("has not come to its end: run `freshlegs rebuild --stopped` first");
        ACommand.Ran again = run("rebuild", "--stopped");

        assertThat(again.code()).as(again.said()).isZero();
        assertThat(again.said()).contains("taken back: ");
        try (ASite site = ASite.in(data)) {
            before.check(SameOnRebuild.as(site));
        }
    }

    private static Path files() {
        return folder.resolve("files").resolve("anna");
    }

    private static AbstractStringAssert<?> beside(Access system, int code, String... words) {
        return assertThat(ran(system, code, words).said());
    }

    private static ACommand.Ran ran(Access system, int code, String... words) {
        ACommand.Ran ran = ACommand.of(outside(system), rebuild(words)).run();
        assertThat(ran.code()).as(ran.said()).isEqualTo(code);
        return ran;
    }

    private static Object[] rebuild(String... words) {
        return Stream.concat(Stream.of("rebuild"), Stream.of(words)).toArray();
    }

    /** Another data folder, and where the system is that is at work. */
    private static Map<String, String> outside(Access system) {
        return Map.of(
                "FRESHLEGS_DATA", folder.resolve("elsewhere").toString(),
                "FRESHLEGS_ZONE", "UTC",
                "FRESHLEGS_SETTLE", "1h",
                "FRESHLEGS_WEBHOOK", "http://127.0.0.1:9/",
                "FRESHLEGS_KAFKA", system.kafka().bootstrapServers(),
                "FRESHLEGS_POSTGRES_URL", system.database().jdbcUrl(),
                "FRESHLEGS_POSTGRES_USER", system.database().user(),
                "FRESHLEGS_POSTGRES_PASSWORD", system.database().password());
    }

    private static long recordsOf(KafkaAddress kafka, String athlete) {
        return Topics.results().stream()
                .flatMap(topic -> TopicContent.all(kafka, topic).stream())
                .filter(each -> each.key().startsWith(athlete + "/"))
                .count();
    }

    private static List<String> differences(ACommand.Ran ran) {
        return ran.said()
                .lines()
                .filter(line -> line.startsWith("topic,") || line.startsWith("table,"))
                .toList();
    }

    private static void killWhileTheStreamsAreAsked(Access system) throws Exception {
        Path log = folder.resolve("beside.log");
        Process rebuild = ACommand.of(outside(system), rebuild("--yes")).begin(log);
        await().atMost(PATIENCE).until(() -> Files.readString(log).contains("Having the streams tell anew"));
        rebuild.destroyForcibly().waitFor();
    }

    /** A squad's season in which an alert is raised today, a plan that gives way to it, and the session of today, issued. */
    private static void takeInASeason() throws Exception {
        Path files = folder.resolve("files");
        Simulator.write(new Simulation(1, 2, 42, LocalDate.now(ZoneOffset.UTC)), files);
        try (Access system = Access.serve(settings(), "run", Clock.systemUTC());
                Connection connection = Query.connect(system.database())) {
            done("athlete", "add", ATHLETE, "--zone", "UTC");
            send(system.kafka(), POISONED, ATHLETE + "/resting-heart-rate/poison/1", "{not json");
            done("import", "--athlete", ATHLETE, files.resolve(ATHLETE));
            done(APlanOfMonths.create(ATHLETE, LocalDate.now(ZoneOffset.UTC)));
            await().atMost(PATIENCE)
                    .until(() -> Tables.column(connection, "select date from freshlegs.prescription where issued")
                                    .size()
                            == 1);
            assertThat(Rest.await(system.kafka(), system.database(), PATIENCE)).isTrue();
            assertThat(done("dead-letters", "--csv").lines())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("streams,")
                            .contains("," + POISONED.name() + ",", "," + ATHLETE + ","))
                    .anySatisfy(
                            line -> assertThat(line).startsWith("warehouse,").contains("," + POISONED.name() + ","));
        }
    }

    private static Settings settings() {
        return Settings.of(Map.of(), Map.of(), environment);
    }

    private static String done(Object... words) {
        ACommand.Ran ran = run(words);
        assertThat(ran.code()).as(ran.said()).isZero();
        return ran.said();
    }

    /** Rows that are wrong, too many and missing; results of an athlete whom no fact knows, one of them an alert. */
    private static void spoilResults(ASite site) throws Exception {
        try (Connection connection = Query.connect(site.database());
                Statement statement = connection.createStatement()) {
            statement.execute("update freshlegs.trend_day set load = load + 1");
            statement.execute("delete from freshlegs.status_day");
            statement.execute("insert into freshlegs.known_athlete values ('nobody')");
        }
        haunt(site.kafka(), Topics.TREND);
        haunt(site.kafka(), Topics.EPISODE);
    }

    /** The latest of an athlete's results becomes a ghost's as well. */
    private static void haunt(KafkaAddress kafka, Topic<?> topic) throws Exception {
        SortedMap<String, String> live = TopicContent.live(kafka, topic);
        String key = live.lastKey().replaceFirst("^" + ATHLETE, "ghost");
        String message = String.valueOf(live.get(live.lastKey())).replace('"' + ATHLETE + '"', "\"ghost\"");
        send(kafka, topic, key, message);
    }

    static void send(KafkaAddress kafka, Topic<?> topic, String key, String message) throws Exception {
        try (var producer =
                new KafkaProducer<>(kafka.producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, message.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static void spoilState() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("streams"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".sst")
                            || String.valueOf(each.getFileName()).equals("CURRENT"))
                    .toList()) {
                Files.writeString(file, "not what it was");
            }
        }
    }

    /** While the facts are being read. */
    private static void killARebuild() throws Exception {
        Path log = folder.resolve("killed.log");
        Process rebuild =
                ACommand.of(environment, "rebuild", "--stopped", "--sessions").begin(log);
        await().atMost(PATIENCE).until(() -> Files.readString(log).contains("Reading all facts"));
        rebuild.destroyForcibly().waitFor();
    }

    private static ACommand.Ran run(Object... words) {
        return ACommand.of(environment, words).run();
    }
}
