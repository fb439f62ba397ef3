package freshlegs.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.chaos.ListeningCoach;
import freshlegs.app.cli.CommandLineUnderTest;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.app.embedded.EmbeddedPostgres;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rebuilding;
import freshlegs.app.service.Rest;
import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.TopicCreator;
import freshlegs.model.topic.Topics;
import freshlegs.warehouse.Warehouse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The present program on what each release left behind: everything is read, nobody is told again, and it goes on. */
class UpgradeTest {
    private static final Path KEPT = Path.of("src/test/resources/upgrade");
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long MOST_BYTES = 330 * 1024;
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final String ATHLETE = "ben";

    private final Path folder;
    private final Path data;

    UpgradeTest(@TempDir Path folder) {
        this.folder = folder;
        data = folder.resolve("data");
    }

    static List<Path> releases() throws Exception {
        try (Stream<Path> all = Files.list(KEPT)) {
            return all.filter(file -> file.toString().endsWith(".zip")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void what_a_release_left_behind_is_read_and_goes_on(Path release) throws Exception {
        try (BackupFile kept = BackupFile.open(release);
                ListeningCoach coach = ListeningCoach.listen()) {
            kept.check();
            leave(kept);
            LocalDate today = LocalDate.ofInstant(kept.manifest().begunAt(), ZoneOffset.UTC);
            Clock clock = from(kept.manifest().finishedAt());
            CommandLineUnderTest freshlegs = freshlegs(coach).by(clock);
            try (Access site = freshlegs.serve(clock)) {
                assertThat(Rest.await(site.kafka(), site.database(), LIMIT)).isTrue();

                var results = LeftBehind.results(kept, site.kafka());
                if (LeftBehind.isOfTheseFormulas(kept, site.kafka())) {
                    assertThat(results).isEqualTo(LeftBehind.keptResults(kept));
                    assertThat(LeftBehind.rows(kept, site.database())).isEqualTo(LeftBehind.keptRows(kept));
                } else {
                    assertThat(results).isEqualTo(madeAnew(kept, clock));
                }
                long told = LeftBehind.count(site.database(), "ledger.outbox where state = 'SENT'");
                assertThat(told).isPositive();
                goesOn(freshlegs, today.plusDays(1));
                assertThat(coach.keys()).isEmpty();
                assertThat(LeftBehind.count(site.database(), "ledger.outbox where state = 'SENT'"))
                        .isEqualTo(told);
                assertThat(freshlegs.run("dead-letters").err())
                        .contains("streams 1 = 0 open + 0 replayed + 1 discarded");
            }
        }
    }

    /** What the present program makes of the same facts without what the release thought of them. */
    private SortedMap<String, SortedMap<String, String>> madeAnew(BackupFile kept, Clock clock) throws Exception {
        Path anew = folder.resolve("anew");
        new Restore(kept, anew, Map.of("FRESHLEGS_ZONE", "UTC"), clock, new Silent()).run();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(anew.resolve("kafka"), anew.resolve("logs/kafka.log"))) {
            return LeftBehind.results(kept, kafka.address());
        }
    }

    private record Silent() implements Rebuilding.Report {
        @Override
        public void begins(String what) {}

        @Override
        public void at(long done, long all) {}
    }

    private static void goesOn(CommandLineUnderTest freshlegs, LocalDate day) {
        Ran said = freshlegs.run("checkin", "--athlete", ATHLETE, "--date", day, "--fatigue", "3");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(freshlegs
                        .run("trends", "--athlete", ATHLETE, "--json")
                        .json()
                        .findValuesAsText("date"))
                .contains(day.toString());
    }

    /** A data folder as the release left it, but for the streams' own folder, which is lost. */
    private void leave(BackupFile kept) throws Exception {
        Files.createDirectories(data.resolve("logs"));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"), data.resolve("logs/kafka.log"));
                EmbeddedPostgres postgres = EmbeddedPostgres.start(
                        data.resolve("postgres"),
                        data.resolve("logs/postgres.log"),
                        Path.of("target/postgres-programs"))) {
            try (Admin admin = Admin.create(kafka.address().adminProperties())) {
                TopicCreator.createMissing(admin, (short) 1);
            }
            LeftBehind.load(kept, kafka.address());
            assertThat(Warehouse.migrate(postgres.address(), kept.manifest().schema()))
                    .isTrue();
            LeftBehind.load(kept, kafka.address(), postgres.address());
        }
    }

    /** Written before a release: see CONTRIBUTING.md. */
    @Test
    @EnabledIfSystemProperty(named = "freshlegs.fixture", matches = "write")
    void this_version_leaves_behind_what_the_next_one_is_held_to() throws Exception {
        Path files = folder.resolve("files");
        Simulator.write(new Simulation(1, 2, 42, LocalDate.ofInstant(NOON, ZoneOffset.UTC)), files);
        Clock clock = from(NOON);
        String program = System.getProperty("freshlegs.fixture.version", "0.1.0");
        Path target = KEPT.resolve(program + ".zip");
        Files.createDirectories(KEPT);
        Files.deleteIfExists(target);
        try (ListeningCoach coach = ListeningCoach.listen()) {
            CommandLineUnderTest freshlegs = freshlegs(coach).by(clock);
            try (Access site = freshlegs.serve(clock)) {
                freshlegs.run("import", "--athlete", ATHLETE, files.resolve(ATHLETE));
                await().atMost(LIMIT).until(() -> !coach.keys().isEmpty());
                poison(site);
                assertThat(Rest.await(site.kafka(), site.database(), LIMIT)).isTrue();
                String id = freshlegs.run("dead-letters", "--json").json().findValuesAsText("id").stream()
                        .filter(each -> each.startsWith("streams-"))
                        .findFirst()
                        .orElseThrow();
                freshlegs.run("dead-letters", "discard", id, "--why", "no reading");
                LeftBehind.write(target, site.kafka(), site.database(), clock.instant(), program);
            }
        }
        assertThat(Files.size(target)).isLessThan(MOST_BYTES);
    }

    private static void poison(Access site) throws Exception {
        Topic<?> topic = Topics.READING;
        try (var producer = new KafkaProducer<>(
                site.kafka().producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            topic.name(), ATHLETE + "/hrv/2026-11-20/1", "{not json".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private CommandLineUnderTest freshlegs(ListeningCoach coach) {
        return CommandLineUnderTest.on(data)
                .with("FRESHLEGS_WEBHOOK", coach.address())
                .with("FRESHLEGS_OUTGOING_ALLOWED", "127.0.0.0/8")
                .with("FRESHLEGS_SETTLE", "1s");
    }

    private static Clock from(Instant moment) {
        Clock machine = Clock.systemUTC();
        return Clock.offset(machine, Duration.between(machine.instant(), moment));
    }
}
