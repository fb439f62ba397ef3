package freshlegs.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.CapturedLog;
import freshlegs.app.cli.CommandLineUnderTest;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.doctor.Doctor.Line;
import freshlegs.app.folder.DataFolder;
import freshlegs.app.folder.Instance;
import freshlegs.app.output.Query;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import freshlegs.model.json.Json;
import freshlegs.model.topic.Topics;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One running system, in which what can go wrong is made to go wrong, and is found, followed and logged without secrets. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OperatorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KEY = "r3lay-key-of-dora-4711";
    private static final String HOOK = "h00k-secret-4712";
    private static final String WORDS = "free words 4713 of a coach";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private CapturedLog log;
    private StandIn standIn;
    private Path temporary;
    private Path data;
    private Access access;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        temporary = folder;
        data = folder.resolve("data");
        log = new CapturedLog();
        standIn = new StandIn();
        access = freshlegs().serve(Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        access.close();
        standIn.close();
        log.close();
    }

    private CommandLineUnderTest freshlegs() {
        return CommandLineUnderTest.on(data)
                .with("FRESHLEGS_CONSOLE_PORT", "0")
                .with("FRESHLEGS_SETTLE", "1s")
                .with("FRESHLEGS_INTERVALS_URL", standIn.address())
                .with("FRESHLEGS_WEBHOOK", standIn.address() + "/hook/" + HOOK);
    }

    @Test
    @Order(1)
    void a_sound_system_has_no_findings_and_says_what_it_looked_at() {
        Ran ran = freshlegs().run("doctor");
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("ok         kafka").contains("Problems: 0, warnings: ");

        JsonNode json = freshlegs().run("doctor", "--json").json();
        assertThat(amiss(json)).isEmpty();
        assertThat(json.path("notAsked").asInt()).as(json.toString()).isZero();
        assertThat(checks(json).toList())
                .containsAll(Check.all().stream().map(Check::name).toList());
    }

    @Test
    @Order(2)
    void where_nothing_runs_it_says_what_was_not_asked_and_starts_and_makes_nothing() throws Exception {
        Path nowhere = temporary.resolve("nowhere");
        Ran ran = CommandLineUnderTest.on(nowhere)
                .with("FRESHLEGS_CONSOLE_PORT", "0")
                .run("doctor", "--json");
        assertThat(ran.code()).as(ran.out()).isZero();
        assertThat(notAsked(ran.json())).contains("kafka", "postgres", "topics", "migrations", "processes");
        assertThat(nowhere).doesNotExist();

        Path file = Files.writeString(temporary.resolve("a-file"), "");
        finds("folder", "FRESHLEGS_DATA", CommandLineUnderTest.on(file).with("FRESHLEGS_CONSOLE_PORT", "0"));
    }

    @Test
    @Order(3)
    void settings_ports_and_clocks_that_are_wrong_are_found() throws Exception {
        finds("settings", "freshlegs config check", freshlegs().with("FRESHLEGS_THREADS", "99"));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            finds("ports", "FRESHLEGS_CONSOLE_PORT", freshlegs().with("FRESHLEGS_CONSOLE_PORT", port));
            finds("kafka", "FRESHLEGS_KAFKA", freshlegs().with("FRESHLEGS_KAFKA", "127.0.0.1:" + port));
        }
        String ours = Integer.toString(access.intake().orElseThrow().getPort());
        assertThat(amiss(CommandLineUnderTest.on(temporary.resolve("nowhere"))
                        .with("FRESHLEGS_CONSOLE_PORT", ours)
                        .run("doctor", "--json")
                        .json()))
                .isEmpty();
        finds(
                "postgres",
                "FRESHLEGS_POSTGRES_URL",
                freshlegs().with("FRESHLEGS_POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/x"));
        finds("clock", "chrony", freshlegs().by(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5))));
        finds(
                "ports",
                "FRESHLEGS_CONSOLE_HOST",
                freshlegs()
                        .with("FRESHLEGS_CONSOLE_PORT", "9")
                        .with("FRESHLEGS_CONSOLE_HOST", "192.0.2.1")
                        .with("FRESHLEGS_CONSOLE_URL", "http://localhost:9"));
        finds("address", "https", freshlegs().with("FRESHLEGS_CONSOLE_URL", "http://runs.example.org"));
    }

    @Test
    @Order(4)
    void a_disk_that_is_almost_full_is_found() throws Exception {
        Settings.Checked settings = Settings.check(
                Map.of(
                        Catalogue.DATA, data.toString(),
                        Catalogue.CONSOLE_PORT, "0",
                        Catalogue.INTAKE_PORT, "0",
                        Catalogue.METRICS_PORT, "0"),
                Map.of(),
                Map.of());
        List<Line> lines = Doctor.examine(
                settings, Map.of(), Clock.systemUTC(), freshlegs.app.doctor.Limits.STANDARD.withRoom(1L << 40));
        assertThat(lines)
                .filteredOn(line -> line.finding().weight() == Weight.PROBLEM)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.check().name()).isEqualTo("disk");
                    assertThat(line.finding().fix().orElseThrow()).contains("free some space");
                });
    }

    @Test
    @Order(5)
    void a_database_and_a_folder_that_are_wrong_are_found() throws Exception {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        finds("folder", "chmod 700 " + data, freshlegs());
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));

        run(
                "insert into ledger.flyway_schema_history values (9999, '9999', 'x', 'SQL', 'V9999__x.sql', 1, 'x', now(), 1,"
                        + " true)");
        finds("migrations", "newer program", freshlegs());
        run("delete from ledger.flyway_schema_history where version = '9999'");

        String last = "where installed_rank = (select max(installed_rank) from ledger.flyway_schema_history)";
        run("update ledger.flyway_schema_history set checksum = checksum + 1 " + last);
        finds("migrations", "restore a backup", freshlegs());
        run("update ledger.flyway_schema_history set checksum = checksum - 1 " + last);

        run("create table public.kept as select * from ledger.flyway_schema_history " + last);
        run("delete from ledger.flyway_schema_history " + last);
        finds("migrations", "freshlegs run", freshlegs());
        run("insert into ledger.flyway_schema_history select * from public.kept");
        run("drop table public.kept");

        run("insert into ledger.rebuild (sessions, begun_at) values (false, now())");
        finds("rebuild", "freshlegs rebuild", freshlegs());
        run("delete from ledger.rebuild");
        assertThat(amiss(freshlegs().run("doctor", "--json").json())).isEmpty();
    }

    @Test
    @Order(6)
    void topics_that_somebody_changed_are_found() throws Exception {
        try (Admin admin = Admin.create(access.kafka().adminProperties())) {
            set(admin, "cleanup.policy", "delete");
            finds("topics", "cleanup.policy=compact", freshlegs());
            set(admin, "cleanup.policy", "compact");
            String anyTime = Long.toString(Long.MAX_VALUE);
            set(admin, "message.timestamp.after.max.ms", "3600000");
            finds("topics", "message.timestamp.after.max.ms=" + anyTime, freshlegs());
            set(admin, "message.timestamp.after.max.ms", anyTime);
        }
    }

    private static void set(Admin admin, String name, String value) throws Exception {
        ConfigResource order = new ConfigResource(ConfigResource.Type.TOPIC, Topics.WEEK_ORDER.name());
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(order, List.of(set))).all().get();
        await().atMost(PATIENCE).until(() -> admin.describeConfigs(List.of(order)).all().get().values().stream()
                .flatMap(config -> config.entries().stream())
                .anyMatch(each -> each.name().equals(name) && value.equals(each.value())));
    }

    @Test
    @Order(7)
    void what_a_folder_at_rest_holds_is_found() throws Exception {
        Path rest = Files.createDirectory(
                temporary.resolve("rest"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Spool spool = Spool.at(rest, Limits.STANDARD, Clock.offset(Clock.systemUTC(), Duration.ofHours(-2)));
        spool.accept(
                Offer.of(AthleteId.of("anna"), Route.IMPORT, "waits.fit"), new ByteArrayInputStream(new byte[] {1, 2}));
        CommandLineUnderTest line = CommandLineUnderTest.on(rest).with("FRESHLEGS_CONSOLE_PORT", "0");
        finds("spool", "start `freshlegs run`", line);

        try (Stream<Path> tickets = Files.list(rest.resolve("spool/pending"))) {
            Files.delete(tickets.findFirst().orElseThrow());
        }
        Path inbox = Files.createDirectories(rest.resolve("inbox"));
        Files.writeString(inbox.resolve("lost.fit"), "x");
        finds("inbox", "into the athlete's folder", line);
        Files.delete(inbox.resolve("lost.fit"));

        Path aside = Files.createDirectories(rest.resolve("set-aside/anna"));
        Files.writeString(aside.resolve("bad.fit"), "x");
        finds("set-aside", "freshlegs files --athlete anna --outcome set-aside", line);
        Files.delete(aside.resolve("bad.fit"));

        Files.copy(data.resolve("instance.json"), rest.resolve("instance.json"));
        finds("holder", "start `freshlegs run` again", line);
    }

    @Test
    @Order(8)
    void a_key_that_is_refused_is_found_by_its_athlete() throws Exception {
        Path key = Files.writeString(temporary.resolve("key"), KEY);
        ran("connect", "intervals", "--athlete", "dora", "--key-file", key);
        await().atMost(PATIENCE)
                .until(() -> !amiss(freshlegs().run("doctor", "--json").json()).isEmpty());
        finds("routes", "freshlegs connect intervals --athlete dora", freshlegs());
        ran("connect", "remove", "--athlete", "dora");
    }

    @Test
    @Order(9)
    void an_imported_file_is_followed_from_its_bytes_to_the_days_that_it_touched() throws Exception {
        Path files = temporary.resolve("simulated");
        Simulator.write(new Simulation(9, 1, 14, today), files);
        Path run = someRun(files);
        Path copy = Files.copy(run, temporary.resolve("copy.fit"));
        Path bad = Files.writeString(temporary.resolve("bad.fit"), "this is no watch file");
        Path table =
                Files.writeString(temporary.resolve("checkins.csv"), "date,fatigue,symptoms\n" + today + ",6,fever\n");
        assertThat(freshlegs()
                        .run("import", "--athlete", "anna", run, copy, bad, table)
                        .out())
                .contains("imported 2, duplicate 1, set aside 1, failed 0");

        List<JsonNode> steps = steps(run.getFileName(), "file");
        assertThat(stages(steps))
                .containsSubsequence("bytes", "spool", "queue", "decode", "delivery", "fact", "outcome", "tables")
                .containsSubsequence("session", "analysis", "trend", "alert");
        assertThat(missing(steps)).isEmpty();
        assertThat(said(steps, "bytes")).contains(run.getFileName().toString(), "sha256", "handed over by import");
        assertThat(said(steps, "fact")).contains("activity.recording.v1-", "anna/recording/", "FIT by");
        String activity = steps.stream()
                .map(step -> step.path("activity").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(stages(steps(activity, "file"))).contains("bytes", "outcome", "session", "trend");
        assertThat(ran("trace", run).out()).contains("file ", " of anna", " s  outcome");
    }

    @Test
    @Order(10)
    void a_duplicate_a_damaged_file_and_something_unknown_are_told_as_such() throws Exception {
        List<JsonNode> copies = Stream.concat(
                        steps("copy.fit", "file").stream(),
                        steps(someRun(temporary.resolve("simulated")).getFileName(), "file").stream())
                .toList();
        assertThat(said(copies, "tables")).contains("imported").contains("duplicate of ");
        List<JsonNode> aside = steps(temporary.resolve("bad.fit"), "file");
        assertThat(said(aside, "decode")).contains("set aside because");
        assertThat(said(aside, "tables")).contains("set-aside");
        assertThat(stages(aside)).doesNotContain("fact", "session", "trend");

        Ran nearly = freshlegs().run("trace", "copi.fit");
        assertThat(nearly.code()).isEqualTo(1);
        assertThat(nearly.err()).contains("did you mean copy.fit").contains("freshlegs files --athlete ID");
        Path stranger = Files.writeString(temporary.resolve("stranger.fit"), "never handed over");
        assertThat(freshlegs().run("trace", stranger).err()).contains("was never handed over here");
        finds("set-aside", "freshlegs files --athlete anna --outcome set-aside", freshlegs());
        try (Stream<Path> kept = Files.list(data.resolve("set-aside/anna"))) {
            for (Path each : kept.toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    @Order(11)
    void a_file_that_became_an_alert_is_followed_to_the_message_and_back() throws Exception {
        await().atMost(PATIENCE).until(() -> !standIn.told().isEmpty());
        await().atMost(PATIENCE).until(() -> count("select count(*) from ledger.outbox where state = 'SENT'") > 0);

        List<JsonNode> steps = steps("checkins.csv", "file");
        assertThat(missing(steps)).isEmpty();
        assertThat(stages(steps)).containsSubsequence("bytes", "delivery", "fact", "trend", "alert", "outbox", "told");
        assertThat(said(steps, "told")).contains("is SENT after 1 tries");
        String alert = steps.stream()
                .map(step -> step.path("alert").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();

        JsonNode back = freshlegs().run("trace", alert, "--json").json();
        assertThat(back.path(back.size() - 1).path("of").asText()).isEqualTo("alert");
        assertThat(back.path(0).path("of").asText()).isEqualTo("file");
        assertThat(said(list(back.path(0).path("steps")), "bytes")).contains("checkins.csv");
        assertThat(ran("trace", alert).out()).doesNotContain("fever").doesNotContain(HOOK);
        ran("verdict", "--alert", alert, "right", "--why", WORDS);
        run("insert into ledger.delivery (kind, account, channel, idempotency_key, state, attempts, created_at)"
                + " values ('REVIEW', 'nobody', 'channel:none', 'k', 'FAILED', 18, now())");
        finds("deliveries", "freshlegs trace", freshlegs());
        run("update ledger.delivery set state = 'WITHDRAWN'");
    }

    @Test
    @Order(12)
    void no_log_line_tells_a_secret_a_measurement_or_a_persons_words() throws Exception {
        List<String> lines = log.lines();
        List<JsonNode> parsed =
                lines.stream().map(line -> Json.read(line, JsonNode.class)).toList();
        assertThat(parsed).hasSizeGreaterThan(20).allSatisfy(line -> {
            assertThat(OffsetDateTime.parse(line.path("at").asText())).isNotNull();
            assertThat(line.path("level").asText()).isNotEmpty();
            assertThat(line.path("message").isTextual()).isTrue();
        });
        assertThat(parsed)
                .filteredOn(line -> line.path("message").asText().equals("file outcome"))
                .anySatisfy(line -> {
                    assertThat(line.path("athlete").asText()).isEqualTo("anna");
                    assertThat(line.path("file").asText()).hasSize(64);
                    assertThat(line.path("outcome").asText()).isEqualTo("imported");
                    assertThat(line.path("route").asText()).isEqualTo("import");
                    assertThat(line.path("activity").asText()).endsWith("running");
                    assertThat(line.path("topic").asText()).isEqualTo(Topics.FILE_OUTCOME.name());
                    assertThat(line.path("partition").isInt()
                                    && line.path("offset").isNumber())
                            .isTrue();
                });
        assertThat(parsed).anyMatch(line -> line.path("alert").asText().startsWith("anna-"));

        String all = String.join("\n", lines);
        assertThat(all)
                .doesNotContain(KEY)
                .doesNotContain(HOOK)
                .doesNotContain(WORDS)
                .doesNotContain("fever");
        assertThat(all).doesNotContain(instance().password());
        Set<String> measured = measured();
        assertThat(measured).hasSizeGreaterThan(20);
        assertThat(measured.stream().filter(number -> tells(all, number)).toList())
                .isEmpty();
    }

    @Test
    @Order(13)
    void records_that_cannot_be_read_and_topics_of_another_shape_are_found() throws Exception {
        send("anna/morning-checkin/2026-01-01/x", "no json at all 4714");
        await().atMost(PATIENCE)
                .until(() -> amiss(freshlegs().run("doctor", "--json").json()).contains("dead-letters"));
        finds("dead-letters", "freshlegs dead-letters", freshlegs());
        assertThat(String.join("\n", log.lines())).doesNotContain("no json at all 4714");

        try (Admin admin = Admin.create(access.kafka().adminProperties())) {
            admin.createPartitions(Map.of(Topics.NOTE.name(), NewPartitions.increaseTo(13)))
                    .all()
                    .get();
            await().atMost(PATIENCE)
                    .until(() ->
                            amiss(freshlegs().run("doctor", "--json").json()).contains("topics"));
            assertThat(fixes("topics")).anyMatch(fix -> fix.contains("kafka-topics.sh --delete"));
            admin.deleteTopics(List.of(Topics.NOTE.name())).all().get();
            await().atMost(PATIENCE)
                    .until(() -> fixes("topics").stream().anyMatch(fix -> fix.contains("which makes it")));
        }
    }

    @Test
    @Order(14)
    void facts_that_wait_while_nobody_is_at_work_are_found() throws Exception {
        access.close();
        try (Access resting = freshlegs().look()) {
            access = resting;
            send("anna/morning-checkin/2026-01-02/x", "still no json");
            await().atMost(PATIENCE)
                    .until(() -> fixes("processes").stream().anyMatch(fix -> fix.contains("freshlegs streams")));
        }
    }

    private void send(String key, String content) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                access.kafka().producerProperties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.CHECKIN.name(), key, content))
                    .get();
        }
    }

    /** All numbers with decimals in an athlete's rows. */
    private Set<String> measured() throws SQLException {
        Set<String> measured = new TreeSet<>();
        for (String table : List.of("session_revision", "activity_analysis", "trend_day", "status_day")) {
            measured.addAll(
                    texts("SELECT jsonb_path_query(to_jsonb(t), '$.**') #>> '{}' FROM freshlegs." + table + " t"));
        }
        measured.removeIf(text -> !text.matches("\\d+\\.\\d+") || text.length() < 5);
        return measured;
    }

    /** As a word of its own, and not as the seconds of a time. */
    private static boolean tells(String log, String number) {
        return Pattern.compile("(?<![\\d.:])" + Pattern.quote(number) + "(?!\\d)")
                .matcher(log)
                .find();
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = Query.connect(access.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(String.valueOf(rows.getString(1)));
            }
        }
        return texts;
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(texts(sql).get(0));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = Query.connect(access.database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Instance instance() {
        return Instance.on(new DataFolder(data)).orElseThrow();
    }

    /** The only thing that is amiss, and what mends it. */
    private static void finds(String check, String fix, CommandLineUnderTest line) {
        JsonNode json = line.run("doctor", "--json").json();
        assertThat(amiss(json)).as(json.toString()).containsOnly(check);
        assertThat(fixesOf(check, json)).as(check).anyMatch(each -> each.contains(fix));
    }

    private List<String> fixes(String check) {
        return fixesOf(check, freshlegs().run("doctor", "--json").json());
    }

    private static List<String> fixesOf(String check, JsonNode json) {
        return findings(json)
                .filter(each -> each.path("check").asText().equals(check))
                .map(each -> each.path("fix").asText())
                .toList();
    }

    /** Java's own time zone rules are as old as the machine that tests. */
    private static List<String> amiss(JsonNode json) {
        return findings(json)
                .filter(each -> Set.of("warning", "problem")
                        .contains(each.path("weight").asText()))
                .filter(each -> !each.path("fix").asText().contains("update Java"))
                .map(each -> each.path("check").asText())
                .toList();
    }

    private static Set<String> notAsked(JsonNode json) {
        return findings(json)
                .filter(each -> each.path("weight").asText().equals("not asked"))
                .map(each -> each.path("check").asText())
                .collect(Collectors.toSet());
    }

    private static Stream<String> checks(JsonNode json) {
        return findings(json).map(each -> each.path("check").asText());
    }

    private static Stream<JsonNode> findings(JsonNode json) {
        return StreamSupport.stream(json.path("findings").spliterator(), false);
    }

    private List<JsonNode> steps(Object thing, String of) {
        Ran ran = ran("trace", thing, "--json");
        JsonNode trace = ran.json().path(0);
        assertThat(trace.path("of").asText()).isEqualTo(of);
        return list(trace.path("steps"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static List<String> stages(List<JsonNode> steps) {
        return steps.stream().map(step -> step.path("stage").asText()).toList();
    }

    private static List<JsonNode> missing(List<JsonNode> steps) {
        return steps.stream().filter(step -> step.has("missing")).toList();
    }

    private static String said(List<JsonNode> steps, String stage) {
        return steps.stream()
                .filter(step -> step.path("stage").asText().equals(stage))
                .map(step -> step.path("sentence").asText())
                .collect(Collectors.joining("; "));
    }

    private static Path someRun(Path files) throws Exception {
        try (Stream<Path> all = Files.walk(files)) {
            return all.filter(file -> file.toString().endsWith(".fit"))
                    .filter(file -> file.toString().contains("run") || Files.isRegularFile(file))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Ran ran(Object... words) {
        Ran ran = freshlegs().run(words);
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran;
    }
}
