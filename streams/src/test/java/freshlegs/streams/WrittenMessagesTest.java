package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import freshlegs.model.AdjustmentCause;
import freshlegs.model.Sport;
import freshlegs.model.Status;
import freshlegs.model.fact.AlertVerdict;
import freshlegs.model.fact.CheckIn.Symptom;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Note;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.Silence;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Workout;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every message that is really written is what its topic's schema says, and holds no field that the schema does not name. */
class WrittenMessagesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 70;
    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final Path EXAMPLES =
            Path.of(System.getProperty("freshlegs.root"), "model/src/test/resources/freshlegs/example");

    /** With {@code -Dfreshlegs.docs=write} one message of each topic is kept as its example. */
    @Test
    void every_message_validates_and_has_no_field_that_nobody_documented() throws IOException {
        Map<Topic<?>, List<String>> written = written();

        assertThat(written.keySet()).containsAll(Topics.facts()).containsAll(Topics.results());
        for (Map.Entry<Topic<?>, List<String>> topic : written.entrySet()) {
            Schema schema = strict(topic.getKey());
            assertThat(topic.getValue()).as(topic.getKey().name()).isNotEmpty().allSatisfy(message -> assertThat(
                            schema.validate(Json.read(message, JsonNode.class)))
                    .as(message)
                    .isEmpty());
            if ("write".equals(System.getProperty("freshlegs.docs"))) {
                Files.createDirectories(EXAMPLES);
                Files.writeString(
                        EXAMPLES.resolve(topic.getKey().name() + ".json"),
                        Json.read(last(topic.getValue()), JsonNode.class).toPrettyString() + "\n");
            }
        }
    }

    private static String last(List<String> messages) {
        return messages.get(messages.size() - 1);
    }

    private static Map<Topic<?>, List<String>> written() {
        Map<Topic<?>, List<String>> written = new LinkedHashMap<>();
        List<Fact> facts = facts();
        try (TestedTopology topology = TestedTopology.start()) {
            Fact recording = ARecording.of(Sport.RUNNING)
                    .run(90, 3, 140)
                    .rest(20, 120)
                    .run(60, 4, 160)
                    .build();
            topology.take(recording);
            written.put(
                    Topics.SESSION,
                    new ArrayList<>(
                            List.of(new String(topology.sessions().get(0).value(), StandardCharsets.UTF_8))));
            topology.take(facts).settle();
            Topics.results()
                    .forEach(topic ->
                            written.put(topic, List.copyOf(topology.told(topic).values())));
            facts.add(recording);
        }
        facts.addAll(answers());
        List<Topic<? extends Fact>> topics = new ArrayList<>(Topics.facts());
        topics.addAll(Topics.answers());
        for (Fact fact : facts) {
            topics.stream()
                    .filter(topic -> topic.type().isInstance(fact) && !(fact instanceof Session))
                    .forEach(topic -> written.computeIfAbsent(topic, none -> new ArrayList<>())
                            .add(Json.writeText(fact)));
        }
        return written;
    }

    /** Ten weeks with a goal, a plan and a file, and at their end symptoms that stop training. */
    private static List<Fact> facts() {
        LocalDate last = FIRST.plusDays(DAYS - 1);
        List<Fact> facts = new ArrayList<>(List.of(
                ANN.profile(FIRST, 190),
                ANN.terms(FIRST, 0),
                ANN.race(FIRST, FIRST.plusDays(90), 10_000),
                ANN.benchmark(FIRST.plusDays(1), 5000, 1350, 0),
                ANN.phase(FIRST.plusDays(20), FIRST.plusDays(26), PlannedPhase.Phase.BLOCK, 0, false),
                ANN.ordered(FIRST.plusDays(35), "2134567", 0),
                ANN.issued(FIRST.plusDays(40), Workout.plain(Workout.Kind.EASY, "Easy 40 min", 40, false)),
                ANN.decided(
                        FIRST.plusDays(41),
                        AdjustmentCause.FATIGUE,
                        "0123456789abcdef",
                        PlanDecision.Verdict.ACCEPT,
                        0),
                ANN.decided("a", FileDecision.Verdict.KEEP, SomeFacts.nextNoon(FIRST.plusDays(2))),
                ANN.cleared(last, 0)));
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            boolean ill = day >= DAYS - 4;
            if (!ill && day % 3 != 2) {
                facts.add(ANN.run(date));
                facts.add(ANN.afterRun(date, 4 + day % 3));
            }
            facts.add(ANN.restingHeartRate(date, ill ? 62 : 50 + day % 3, 6));
            facts.add(ANN.morning(date, ill ? 6 : 2 + day % 2, ill ? Set.of(Symptom.FEVER) : Set.of()));
            facts.add(ANN.closed(date));
        }
        facts.add(ANN.delivery("a", SomeFacts.nextNoon(FIRST), ANN.run(FIRST)));
        facts.add(ANN.retracted(ANN.restingHeartRate(FIRST.plusDays(3), 50, 6)));
        return facts;
    }

    private static List<Fact> answers() {
        Instant at = SomeFacts.nextNoon(FIRST);
        return List.of(
                new AlertVerdict(
                        ANN.athlete(),
                        FIRST,
                        FIRST.plusDays(3),
                        "fatigue",
                        "0123456789abcdef",
                        at,
                        at,
                        0,
                        AlertVerdict.Verdict.RIGHT,
                        Optional.of("she slept badly all week"),
                        Status.AMBER,
                        Optional.of("published/1"),
                        List.of("chart.hrv/1"),
                        SomeFacts.COACH),
                new Silence(
                        ANN.athlete(),
                        "fatigue",
                        FIRST,
                        Optional.of(FIRST.plusDays(7)),
                        "0123456789abcdef",
                        at,
                        at,
                        0,
                        false,
                        Optional.of("training camp"),
                        SomeFacts.COACH),
                new Note(
                        ANN.athlete(),
                        "0123456789abcdef",
                        FIRST,
                        Optional.empty(),
                        "new shoes",
                        true,
                        "fedcba9876543210",
                        at,
                        at,
                        0,
                        false,
                        SomeFacts.COACH));
    }

    private static Schema strict(Topic<?> topic) {
        JsonNode schema = topic.jsonSchema().orElseThrow();
        schema.findParents("properties").forEach(record -> ((ObjectNode) record).put("unevaluatedProperties", false));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }
}
