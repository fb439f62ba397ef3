package freshlegs.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import freshlegs.app.cli.CommandLineUnderTest.Ran;
import freshlegs.app.output.Query;
import freshlegs.app.service.Access;
import freshlegs.app.service.Rest;
import freshlegs.ingest.FactPublisher;
import freshlegs.model.AthleteId;
import freshlegs.model.Person;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.Reading.RestingHeartRate;
import freshlegs.model.json.Json;
import freshlegs.model.topic.AthletePartitioner;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Poison in several topics of anna's while a service runs, a record that is no row, a file that cannot be read: mended and replayed,
 * she has what bob has, who told the same without a fault.
 */
class DeadLettersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOON = Instant.parse("2026-03-20T12:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> SAME =
            List.of("trend_day", "status_day", "reading_revision", "checkin_revision", "note_revision");

    private final Path folder;
    private final CommandLineUnderTest freshlegs;
    private final List<JsonNode> letters = new ArrayList<>();

    DeadLettersTest(@TempDir Path folder) {
        this.folder = folder;
        freshlegs = CommandLineUnderTest.on(folder.resolve("data"));
    }

    @Test
    void what_is_mended_and_replayed_is_as_if_it_had_never_been_wrong() throws Exception {
        try (Access site = freshlegs.serve(Clock.systemUTC())) {
            tell(site);
            counts("streams 4 = 4 open", "warehouse 5 = 5 open", "intake 1 = 1 open", "all 10 = 10 open");
            look("--open");
            everyLetterSaysWhatIsWrong();
            whatIsWrongStillIsNotTakenAndCanBeDiscarded();
            mend();
            counts(
                    "streams 4 = 0 open + 4 replayed",
                    "intake 1 = 0 open + 1 replayed",
                    "all 10 = 0 open + 10 replayed");
            assertThat(rows(site, "anna")).isEqualTo(rows(site, "bob"));
            anUpgradeMakesRowsOfWhatWasNone(site);
        }
    }

    private void tell(Access site) throws Exception {
        publish(site, facts("bob"));
        List<Fact> hers = facts("anna");
        publish(site, hers.subList(4, hers.size()));
        send(site, Topics.READING, RecordKey.of(hers.get(0)), "{not json");
        send(
                site,
                Topics.CHECKIN,
                RecordKey.of(hers.get(1)),
                text(hers.get(1)).replace("\"fatigue\":3", "\"fatigue\":9"));
        send(site, Topics.READING, "carl/resting-heart-rate/2026-03-04/1", text(hers.get(2)));
        send(site, Topics.READING, "carl/resting-heart-rate/2026-03-05/1", "{\"reading\":\"weather\"}");
        send(site, Topics.NOTE, RecordKey.of(hers.get(3)), "{}");
        assertThat(Rest.await(site.kafka(), site.database(), LIMIT)).isTrue();
        for (String athlete : List.of("anna", "bob")) {
            Path file = Files.writeString(
                    Files.createDirectories(folder.resolve(athlete)).resolve("checkins.csv"),
                    athlete.equals("bob") ? "date,fatigue\n2026-03-16,4\n" : "what,is\nthis,?\n");
            freshlegs.run("import", "--athlete", athlete, file);
        }
    }

    private void everyLetterSaysWhatIsWrong() throws Exception {
        assertThat(shown("anna", Topics.READING, "streams"))
                .contains("no JSON: ", "(line 1, column ", "key         anna/resting-heart-rate/2026-03-02/1");
        assertThat(shown("anna", Topics.CHECKIN, "streams"))
                .contains("fatigue must lie between 1 and 7", "\"fatigue\" : 9", "__streams.errors.exception=");
        assertThat(shown("anna", Topics.NOTE, "warehouse")).contains("wrong ");
        String letter = id("streams", "carl", Topics.READING, "IllegalArgument");
        assertThat(freshlegs.run("dead-letters", "show", letter).out())
                .contains("its content belongs under the key anna/resting-heart-rate/2026-03-04/1");
        assertThat(freshlegs
                        .run("dead-letters", "show", id("streams", "anna", Topics.READING, ""), "--raw")
                        .out())
                .isEqualTo("{not json");
        assertThat(freshlegs.run("dead-letters", "show", "streams-0-999999").err())
                .contains("There is no dead letter");
    }

    private void whatIsWrongStillIsNotTakenAndCanBeDiscarded() {
        Ran all = freshlegs.run("dead-letters", "replay", "--all", "--cause", "of no record", "--why", "trying");
        assertThat(all.out()).isEqualTo("0 replayed, 0 still open.\n");
        String weather = id("streams", "carl", Topics.READING, "is not readable");
        Ran refused = freshlegs.run("dead-letters", "replay", weather, "--why", "trying");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("it is not sound yet", "field ", "0 replayed, 1 still open.");
        assertThat(freshlegs
                        .run("dead-letters", "discard", weather, "--why", "no such reading")
                        .out())
                .isEqualTo(weather + " discarded\n");
        counts("streams 4 = 3 open + 0 replayed + 1 discarded", "all 10 = 9 open + 0 replayed + 1 discarded");
        assertThat(freshlegs.run("dead-letters", "--discarded", "--csv").out()).contains(weather, "no such reading");
        freshlegs.run("dead-letters", "discard", weather, "--undo", "--why", "it was his after all");
        counts("streams 4 = 4 open + 0 replayed + 0 discarded");
    }

    private void mend() throws Exception {
        List<Fact> hers = facts("anna");
        replay(id("streams", "anna", Topics.READING, ""), text(hers.get(0)));
        String bad = id("streams", "anna", Topics.CHECKIN, "");
        Path file = folder.resolve("fixed.json");
        assertThat(freshlegs.run("dead-letters", "fix", bad, "--out", file).code())
                .isZero();
        Files.writeString(file, Files.readString(file).replace("\"fatigue\" : 9", "\"fatigue\" : 3"));
        Ran mended = freshlegs.run("dead-letters", "replay", bad, "--value", file, "--why", "a slip of the pen");
        assertThat(mended.code()).as(mended.out() + mended.err()).isZero();
        String wrongKey = id("streams", "carl", Topics.READING, "IllegalArgument");
        assertThat(freshlegs
                        .run("dead-letters", "replay", wrongKey, "--why", "hers")
                        .out())
                .contains("its key says that it is carl's and its content that it is anna's");
        Ran stated = freshlegs.run("dead-letters", "replay", wrongKey, "--athlete", "anna", "--why", "hers");
        assertThat(stated.code()).as(stated.out() + stated.err()).isZero();
        Path weather = Files.writeString(folder.resolve("weather.json"), text(hers.get(2)));
        Ran other = freshlegs.run(
                "dead-letters",
                "replay",
                id("streams", "carl", Topics.READING, "is not readable"),
                "--value",
                weather,
                "--athlete",
                "anna",
                "--why",
                "it was this");
        assertThat(other.code()).as(other.out() + other.err()).isZero();
        replay(id("warehouse", "anna", Topics.NOTE, ""), text(hers.get(3)));
        String aside = letters.stream()
                .filter(letter -> letter.path("part").asText().equals("intake"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        Ran again = freshlegs.run("dead-letters", "replay", aside, "--why", "perhaps now");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains(aside + " open: set aside again");
        Ran handedOver = freshlegs.run(
                "dead-letters",
                "replay",
                aside,
                "--value",
                folder.resolve("bob/checkins.csv"),
                "--why",
                "the right one");
        assertThat(handedOver.code()).as(handedOver.out() + handedOver.err()).isZero();
        Ran twice = freshlegs.run("dead-letters", "replay", bad, "--value", file, "--why", "once more");
        assertThat(twice.out()).contains("1 replayed, 0 still open.");
    }

    /** As if an older version had not understood two of her records, of which one was told anew meanwhile. */
    private void anUpgradeMakesRowsOfWhatWasNone(Access site) throws Exception {
        Map<String, List<String>> before = rows(site, "anna");
        try (Connection connection = Query.connect(site.database());
                Statement statement = connection.createStatement()) {
            statement.execute("delete from freshlegs.note_revision where athlete = 'anna'");
            statement.execute(
                    "insert into freshlegs.unreadable select topic, partition, next_offset - 1, 'older', now()"
                            + " from freshlegs.kafka_offset where topic = '" + Topics.NOTE.name() + "' and partition = "
                            + AthletePartitioner.partition("anna/", Topic.PARTITIONS));
        }
        look("--open");
        String id = id("warehouse", "anna", Topics.NOTE, "older");
        Ran ran = freshlegs.run("dead-letters", "replay", "--all", "--cause", "older", "--why", "it is understood now");
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out()).contains(id + " replayed: it is a row now");
        assertThat(rows(site, "anna")).isEqualTo(before);
    }

    private void replay(String id, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(id + ".json"), content);
        Ran ran = freshlegs.run("dead-letters", "replay", id, "--value", file, "--why", "mended");
        assertThat(ran.code()).as(ran.out() + ran.err()).isZero();
    }

    private String shown(String athlete, Topic<?> topic, String part) {
        Ran ran = freshlegs.run("dead-letters", "show", id(part, athlete, topic, ""));
        assertThat(ran.code()).as(ran.err()).isZero();
        return ran.out();
    }

    private String id(String part, String athlete, Topic<?> topic, String cause) {
        return letters.stream()
                .filter(letter -> letter.path("part").asText().equals(part)
                        && letter.path("athlete").asText().equals(athlete)
                        && letter.path("topic").asText().equals(topic.name())
                        && letter.path("cause").asText().contains(cause))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " " + athlete + " " + topic.name() + " in " + letters))
                .path("id")
                .asText();
    }

    private void look(String which) {
        letters.clear();
        freshlegs.run("dead-letters", which, "--json").json().forEach(letters::add);
    }

    private void counts(String... said) {
        assertThat(freshlegs.run("dead-letters").err()).contains(said);
    }

    /** Five kinds of what a person and a watch tell; the first four of anna's go wrong. */
    private static List<Fact> facts(String name) {
        AthleteId athlete = AthleteId.of(name);
        List<Fact> facts = new ArrayList<>();
        facts.add(pulse(athlete, 0));
        facts.add(morning(athlete, 1));
        facts.add(pulse(athlete, 2));
        facts.add(new Note(
                athlete,
                "0123456789abcdef",
                DAY,
                Optional.empty(),
                "slept badly",
                true,
                "1",
                NOON,
                NOON,
                1,
                false,
                new Person(Person.Role.ATHLETE, name)));
        for (int day = 3; day < 14; day++) {
            facts.add(pulse(athlete, day));
            facts.add(morning(athlete, day));
        }
        return facts;
    }

    private static Fact pulse(AthleteId athlete, int day) {
        return new RestingHeartRate(athlete, DAY.plusDays(day), "1", NOON, at(day), "watch", 50 + day % 3);
    }

    private static Fact morning(AthleteId athlete, int day) {
        return new CheckIn.Morning(
                athlete,
                DAY.plusDays(day),
                "1",
                NOON,
                at(day),
                OptionalInt.of(3),
                OptionalInt.empty(),
                OptionalInt.of(1 + day % 4),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static Instant at(int day) {
        return DAY.plusDays(day).atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    private static String text(Fact fact) {
        return Json.writeText(fact);
    }

    private static void publish(Access site, List<Fact> facts) {
        try (FactPublisher publisher = FactPublisher.to(site.kafka())) {
            publisher.publish(facts);
        }
    }

    private static void send(Access site, Topic<?> topic, String key, String content) throws Exception {
        try (var producer = new KafkaProducer<>(
                site.kafka().producerProperties(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, content.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    /** What the tables say of somebody, but for the name and when it came. */
    private static Map<String, List<String>> rows(Access site, String athlete) throws Exception {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : SAME) {
            List<String> lines = new ArrayList<>();
            Query.of(
                            List.of("line"),
                            "(select (to_jsonb(t) - 'ingested_at' - 'revision' - 'recorded_at')::text as line"
                                    + " from freshlegs." + table + " t where athlete = ?) lines order by line")
                    .with(athlete)
                    .ask(site.database())
                    .rows()
                    .forEach(row -> lines.add(row.get(0).asText().replace('"' + athlete + '"', "\"somebody\"")));
            Collections.sort(lines);
            rows.put(table, lines);
        }
        assertThat(rows.values()).as(athlete).noneMatch(List::isEmpty);
        return rows;
    }
}
