package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.AdjustmentCause;
import freshlegs.model.Sport;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Recording;
import freshlegs.model.json.Json;
import freshlegs.model.plan.Workout;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Poison in each topic: it ends in the dead letters with where it came from and why, and the rest flows. */
class PoisonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final List<String> UNREADABLE = List.of("{not json", "{}", "[]", "\u0000\u0001", "");

    private static final SomeFacts ANN = SomeFacts.of("ann");
    private static final Recording RECORDING =
            ARecording.of(Sport.RUNNING).run(600, 3, 140).build();

    static List<Topic<? extends Fact>> topics() {
        return Topics.facts();
    }

    /** A good fact of the topic, as which poison dresses up. */
    private static Fact goodFact(Topic<?> topic) {
        Map<String, Fact> good = new TreeMap<>();
        good.put(Topics.RECORDING.name(), RECORDING);
        good.put(Topics.SESSION.name(), ANN.run(DAY));
        good.put(Topics.READING.name(), ANN.restingHeartRate(DAY, 50, 6));
        good.put(Topics.CHECKIN.name(), ANN.morning(DAY, 2));
        good.put(Topics.PROFILE.name(), ANN.profile(DAY, 190));
        good.put(Topics.DAY_CLOSED.name(), ANN.closed(DAY));
        good.put(Topics.DELIVERY.name(), ANN.delivery("a", SomeFacts.nextNoon(DAY), ANN.run(DAY)));
        good.put(Topics.FILE_DECISION.name(), ANN.decided("a", Verdict.KEEP, SomeFacts.nextNoon(DAY)));
        good.put(Topics.GOAL.name(), ANN.race(DAY, DAY.plusDays(60), 10_000));
        good.put(
                Topics.PLAN_DECISION.name(),
                ANN.decided(DAY, AdjustmentCause.FATIGUE, "0123456789abcdef", PlanDecision.Verdict.ACCEPT, 0));
        good.put(Topics.PLANNED_PHASE.name(), ANN.phase(DAY, DAY.plusDays(9), PlannedPhase.Phase.BLOCK, 0, false));
        good.put(Topics.PLAN_TERMS.name(), ANN.terms(DAY, 0));
        good.put(Topics.BENCHMARK.name(), ANN.benchmark(DAY, 5000, 1350, 0));
        good.put(Topics.CLEARANCE.name(), ANN.cleared(DAY, 0));
        good.put(Topics.WEEK_ORDER.name(), ANN.ordered(DAY, "2134567", 0));
        good.put(
                Topics.ISSUED_SESSION.name(),
                ANN.issued(DAY, Workout.plain(Workout.Kind.EASY, "Easy 40 min", 40, false)));
        good.put(Topics.RETRACTION.name(), ANN.retracted(ANN.restingHeartRate(DAY, 50, 6)));
        return Optional.ofNullable(good.get(topic.name())).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_key_that_is_not_the_facts_own_is_a_dead_letter_with_its_cause_and_source(Topic<? extends Fact> topic) {
        String key = RecordKey.of(goodFact(topic));
        Optional<byte[]> json = Optional.of(Json.write(goodFact(topic)));
        try (TestedTopology topology = TestedTopology.start();
                TestedTopology clean = TestedTopology.start()) {
            topology.raw(topic, "bob/" + key.substring(key.indexOf('/') + 1), json)
                    .raw(topic, "no key at all", json)
                    .raw(topic, "no key at all", Optional.empty())
                    .raw(topic, "", json)
                    .raw(topic, "../../ann//", Optional.empty());

            List<TestRecord<byte[], byte[]>> letters = topology.deadLetters();
            assertThat(letters).hasSize(5);
            for (int i = 0; i < letters.size(); i++) {
                assertThat(header(letters.get(i), "topic")).isEqualTo(topic.name());
                assertThat(header(letters.get(i), "partition")).isEqualTo("0");
                assertThat(header(letters.get(i), "offset")).isEqualTo(Integer.toString(i));
                assertThat(header(letters.get(i), "exception")).endsWith("Exception");
                assertThat(header(letters.get(i), "message")).isNotEmpty();
            }
            assertThat(letters.get(1).value()).isEqualTo(json.orElseThrow());
            flowsOn(topology, clean, goodFact(topic));
        }
    }

    /** As dead letters these are looked at with a real broker: the driver shows none. */
    @ParameterizedTest
    @MethodSource("topics")
    void what_cannot_be_read_does_not_stop_the_rest(Topic<? extends Fact> topic) {
        String key = RecordKey.of(goodFact(topic));
        try (TestedTopology topology = TestedTopology.start();
                TestedTopology clean = TestedTopology.start()) {
            UNREADABLE.forEach(
                    poison -> topology.raw(topic, key, Optional.of(poison.getBytes(StandardCharsets.UTF_8))));
            topology.deadLetters();
            flowsOn(topology, clean, goodFact(topic));
        }
    }

    private static void flowsOn(TestedTopology topology, TestedTopology clean, Fact good) {
        topology.take(good).take(ANN.run(DAY), ANN.run(DAY.plusDays(1))).settle();
        clean.take(good).take(ANN.run(DAY), ANN.run(DAY.plusDays(1))).settle();
        assertThat(Differences.between(topology.all(), clean.all())).isEmpty();
        assertThat(topology.told(Topics.TREND)).isNotEmpty();
        assertThat(topology.deadLetters()).isEmpty();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader("__streams.errors." + name);
        assertThat(header).as(name).isNotNull();
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
