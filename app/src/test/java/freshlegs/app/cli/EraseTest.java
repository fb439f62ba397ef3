package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.output.Query;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rest;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.Reading.RestingHeartRate;
import freshlegs.model.json.Json;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words that nobody else would say are planted of an athlete wherever something can be kept, and looked for after she was erased. */
class EraseTest {
    private static final String HER = "zq-7f3a-marked";
    private static final String NOTE = "quince-and-quartz-7f3a";
    private static final String FILE = "zither-7f3a";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path data;
    private final CommandLineUnderTest freshlegs;

    EraseTest(@TempDir Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
        freshlegs = CommandLineUnderTest.on(data);
    }

    @Test
    void nothing_of_her_is_left_anywhere_and_others_keep_every_byte() throws Exception {
        try (Access site = freshlegs.serve(Clock.systemUTC())) {
            tell(site, "bob", "plain words", "runs");
            tell(site, HER, NOTE, FILE);
            Remains remains = new Remains(data, site, HER, NOTE, FILE);
            assertThat(remains.inTheBrokersFiles())
                    .contains(
                            Topics.READING.name(),
                            Topics.NOTE.name(),
                            Topics.DELIVERY.name(),
                            Topics.TREND.name(),
                            Topics.DEAD_LETTER.name(),
                            "freshlegs-streams-facts-changelog");
            assertThat(remains.inTheTables())
                    .contains("freshlegs.trend_day", "freshlegs.note_revision", "freshlegs.file_outcome");
            assertThat(remains.inOtherFiles()).anyMatch(name -> name.startsWith("set-aside/" + HER));
            Map<String, Set<String>> bobs = remains.recordsOf("bob");
            ALeaver bob = new ALeaver("bob", site.console().orElseThrow(), data, site);
            Map<String, List<String>> bobsRows = bob.rows("bob");
            Map<String, String> bobsFiles = filesOf("bob");

            Ran wrong = freshlegs.run("erase", "--athlete", HER);
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err()).contains("say --yes");
            Ran nobody = freshlegs.run("erase", "--athlete", "nobody", "--yes");
            assertThat(nobody.err()).contains("There is no athlete nobody");
            Ran erased = freshlegs.run("erase", "--athlete", HER, "--yes");
            assertThat(erased.code()).as(erased.err()).isZero();
            assertThat(erased.out())
                    .contains("Everything about " + HER + " is erased since ", "the last bytes are gone by ", "WAL");
            assertThat(erased.err()).contains("Closing all ways in", "Taking back every record");

            assertThat(remains.inTheTables()).isEmpty();
            new ALeaver(HER, site.console().orElseThrow(), data, site).isNowhere();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(remains.inTheStores()).isEmpty());
            assertThat(remains.inOtherFiles()).isEmpty();
            compactSoon(site);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(5)).untilAsserted(() -> {
                aDayLater(site);
                assertThat(remains.inTheBrokersFiles()).isEmpty();
            });
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(freshlegs
                            .run("erase", "--athlete", HER, "--json")
                            .json()
                            .path("sweeps")
                            .asInt())
                    .isPositive());

            assertThat(Rest.await(site.kafka(), site.database(), PATIENCE)).isTrue();
            assertThat(bob.rows("bob")).isEqualTo(bobsRows);
            assertThat(filesOf("bob")).isEqualTo(bobsFiles);
            remains.recordsOf("bob")
                    .forEach((topic, records) ->
                            assertThat(bobs.get(topic)).as(topic).containsAll(records));
            // What was only noted as still to be done is taken out again, and compacted as well.
            assertThat(remains.recordsOf("bob").keySet())
                    .containsAll(bobs.keySet().stream()
                            .filter(topic -> !topic.matches("(intake.ticket.v1|.*-touched-changelog)-\\d+"))
                            .toList());
            Ran compared = freshlegs.run("rebuild", "--compare");
            assertThat(compared.code()).as(compared.out() + compared.err()).isZero();
            assertThat(compared.out()).doesNotContain(HER);
            // What sweeping leaves in quiet partitions is nothing that waits.
            assertThat(freshlegs.run("doctor", "--json").json().findParents("check"))
                    .filteredOn(finding -> finding.path("check").asText().endsWith("-lag"))
                    .extracting(finding -> finding.path("weight").asText())
                    .containsOnly("ok");
            Ran late = freshlegs.run("import", "--athlete", HER, folder.resolve(FILE + ".csv"));
            assertThat(late.err() + late.out()).contains("nothing is taken for the id any more");
            assertThat(remains.inTheTables()).isEmpty();
        }
    }

    /** By every way on which something can be kept. */
    private void tell(Access site, String athlete, String words, String name) throws Exception {
        AthleteId id = AthleteId.of(athlete);
        List<Fact> facts = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            facts.add(new RestingHeartRate(id, DAY.plusDays(day), "1", NOON, at(day), words, 50 + day % 3));
        }
        facts.add(new Note(
                id,
                "0123456789abcdef",
                DAY,
                Optional.empty(),
                words,
                true,
                "1",
                NOON,
                NOON,
                1,
                false,
                new Person(Person.Role.ATHLETE, athlete)));
        try (FactPublisher publisher = FactPublisher.to(site.kafka())) {
            publisher.publish(facts);
        }
        Fact wrong = facts.get(3);
        send(site, Topics.READING, RecordKey.of(wrong).replace("/1", "/poison"), "{not json of " + words);
        send(site, Topics.READING, "a stray key of " + words, Json.writeText(wrong));
        send(site, Topics.NOTE, athlete + "/note/unreadable/1", "{}");
        Path file = Files.writeString(
                folder.resolve(name + ".csv"), "date,fatigue\n2026-03-16,4\n2026-03-17,3\n# " + words + "\n");
        Path odd = Files.writeString(folder.resolve(name + ".odd.csv"), "what,is\nthis," + words + "\n");
        freshlegs.run("import", "--athlete", athlete, file);
        freshlegs.run("import", "--athlete", athlete, odd);
        Path inbox = Files.createDirectories(data.resolve("inbox").resolve(athlete));
        Files.writeString(inbox.resolve(name + "-morning.csv"), "date,fatigue\n2026-03-18,2\n");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        freshlegs.run("files", "--athlete", athlete, "--csv").out())
                .contains(name + "-morning.csv"));
        assertThat(Rest.await(site.kafka(), site.database(), PATIENCE)).isTrue();
    }

    private static Instant at(int day) {
        return DAY.plusDays(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    private static void send(Access site, Topic<?> topic, String key, String content) throws Exception {
        try (var producer = new KafkaProducer<>(
                site.kafka().producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, content.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private Map<String, String> filesOf(String athlete) throws Exception {
        Map<String, String> files = new TreeMap<>();
        for (String kept : List.of("set-aside", "inbox")) {
            try (var all = Files.walk(data.resolve(kept))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String name = data.relativize(file).toString();
                    if (name.startsWith(kept + "/" + athlete)) {
                        files.put(name, Files.readString(file));
                    }
                }
            }
        }
        assertThat(files).isNotEmpty();
        return files;
    }

    /** What takes days, in seconds: the broker closes files, compacts them and deletes the old ones at once. */
    private static void compactSoon(Access site) throws Exception {
        try (Admin admin = Admin.create(site.kafka().adminProperties())) {
            Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
            for (String topic : admin.listTopics().names().get().stream()
                    .filter(name -> !name.startsWith("__"))
                    .toList()) {
                changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic),
                        List.of(
                                set("segment.ms", "100"),
                                set("max.compaction.lag.ms", "100"),
                                set("delete.retention.ms", "100"),
                                set("file.delete.delay.ms", "100")));
            }
            changes.put(
                    new ConfigResource(ConfigResource.Type.BROKER, ""), List.of(set("log.cleaner.backoff.ms", "100")));
            admin.incrementalAlterConfigs(changes).all().get();
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    /** So that her partition is swept again. */
    private static void aDayLater(Access site) throws Exception {
        try (Connection connection = Query.connect(site.database());
                Statement statement = connection.createStatement()) {
            statement.execute("update access.leaving set sweeps = 0, swept_at = now() - interval '26 hours'");
        }
    }
}
