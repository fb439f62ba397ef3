package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.Sport;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.FileDecision.Verdict;
import freshlegs.model.fact.Format;
import freshlegs.model.fact.Session;
import freshlegs.model.json.Json;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.topic.Topics;
import freshlegs.streams.NobodyToldTwice;
import freshlegs.streams.SameAfterCrash;
import freshlegs.streams.SameInAnyOrder;
import freshlegs.streams.SameOnRebuild;
import freshlegs.streams.SameWhenRepeated;
import freshlegs.streams.SomeFacts;
import freshlegs.streams.TestedTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grouping against one worked out on the whole set at once, by brute force and from the rules as they are written. */
class CopyOracleTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T04:00:00Z");
    private static final List<Sport> SPORTS =
            List.of(Sport.RUNNING, Sport.RUNNING, Sport.WALKING, Sport.CYCLING, Sport.OTHER);
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final List<Format> FORMATS = List.of(Format.values());

    private final SomeFacts ann = SomeFacts.of("ann");

    /** Facts of a few days that are full of copies. */
    private final class World {
        private final Random random;
        private final List<Session> sessions = new ArrayList<>();
        private final List<Delivery> deliveries = new ArrayList<>();
        private final List<FileDecision> decisions = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            Set<String> seen = new LinkedHashSet<>();
            for (int i = 0; i < 40; i++) {
                Session session = session();
                if (seen.add(session.factId() + session.revision())) {
                    sessions.add(session);
                }
            }
            for (int i = 0; i < sessions.size() + 15; i++) {
                Session session = i < sessions.size() ? sessions.get(i) : anyOf(sessions);
                List<Session> held = random.nextInt(5) == 0 ? List.of(session, anyOf(sessions)) : List.of(session);
                SomeFacts.AFile file = ann.file("f" + i).at(MORNING.plusSeconds(random.nextInt(100_000)));
                deliveries.add((random.nextBoolean() ? file.in("zip" + random.nextInt(4)) : file)
                        .with(new LinkedHashSet<>(held).toArray(new Fact[0])));
            }
            for (int i = 0; i < 18; i++) {
                String target = random.nextInt(4) == 0
                        ? "zip" + random.nextInt(4)
                        : anyOf(deliveries).factId();
                decisions.add(ann.decided(target, anyOf(VERDICTS), MORNING.plusSeconds(random.nextInt(100_000))));
            }
        }

        private <T> T anyOf(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private Session session() {
            ACopy copy = ACopy.of(ann.athlete())
                    .from(MORNING.plus(Duration.ofMinutes(10L * random.nextInt(250))))
                    .minutes(random.nextInt(10) == 0 ? 0 : 10 * random.nextInt(20))
                    .sport(anyOf(SPORTS))
                    .as(anyOf(FORMATS))
                    .heart(10 * random.nextInt(3))
                    .samples(1000 * random.nextInt(3));
            copy = random.nextInt(4) == 0 ? copy.named("" + random.nextInt(2)) : copy;
            copy = random.nextInt(8) == 0 ? copy.unreadable() : copy;
            return (random.nextInt(6) == 0 ? copy.salvaged() : copy).session();
        }

        List<Fact> facts() {
            List<Fact> all = new ArrayList<>(sessions);
            all.addAll(deliveries);
            all.addAll(decisions);
            return all;
        }
    }

    /** What each recording that some file counts for is grouped under. */
    private static Map<String, String> groups(World world) {
        Map<String, String> groups = new TreeMap<>();
        for (CopyOracle.Run run : new CopyOracle(world.sessions, world.deliveries, world.decisions, List.of()).runs()) {
            groups.put(name(run.leader()), run.leader().factId() + " kept");
            run.alternatives()
                    .forEach(session -> groups.put(name(session), run.leader().factId()));
        }
        return groups;
    }

    private static String name(Session session) {
        return session.factId() + "/" + session.revision();
    }

    private static Map<String, String> told(TestedTopology topology) {
        Map<String, String> groups = new TreeMap<>();
        topology.told(Topics.FILE_OUTCOME).values().stream()
                .map(json -> Json.read(json, FileOutcome.class))
                .flatMap(outcome -> outcome.copies().stream())
                .filter(copy -> !copy.why().equals("taken back"))
                .forEach(copy -> groups.merge(
                        copy.activity() + "/" + copy.revision(),
                        copy.group() + (copy.kept() ? " kept" : ""),
                        (one, other) -> one.length() > other.length() ? one : other));
        return groups;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void the_groups_are_those_of_the_whole_set_in_any_order_of_arrival(long seed) {
        World world = new World(seed);
        Map<String, String> expected = groups(world);
        assertThat(expected.values().stream().filter(group -> !group.endsWith("kept")))
                .as("seed %d must have copies", seed)
                .isNotEmpty();
        Random random = new Random(seed);
        List<Fact> facts = world.facts();
        Collections.shuffle(facts, random);
        try (TestedTopology topology = TestedTopology.start()) {
            for (Fact fact : facts) {
                topology.take(fact);
                if (random.nextInt(6) == 0) {
                    topology.turn();
                }
            }
            assertThat(told(topology.settle())).as("seed %d", seed).isEqualTo(expected);
            assertThat(topology.deadLetters()).isEmpty();
            assertThat(Oracle.of(facts).differences(topology.all()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void copies_and_decisions_come_out_the_same_in_any_order_repeated_after_a_crash_and_rebuilt(long seed) {
        SameInAnyOrder.holdsFor(new World(seed).facts(), 3, seed);
        SameWhenRepeated.holdsFor(new World(seed).facts(), seed);
        SameAfterCrash.holdsFor(new World(seed).facts(), 1, seed);
        SameOnRebuild.holdsFor(new World(seed).facts(), seed);
        NobodyToldTwice.holdsFor(new World(seed).facts(), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void what_is_deleted_at_any_moment_never_was(long seed) {
        Random random = new Random(seed);
        List<Fact> facts = new World(seed).facts();
        Set<Fact> doomed = facts.stream().filter(fact -> random.nextInt(3) == 0).collect(Collectors.toSet());
        try (TestedTopology topology = TestedTopology.start();
                TestedTopology without = TestedTopology.start()) {
            Collections.shuffle(facts, random);
            List<Fact> waiting = new ArrayList<>();
            for (Fact fact : facts) {
                topology.take(fact);
                if (doomed.contains(fact)) {
                    waiting.add(fact);
                }
                if (!waiting.isEmpty() && random.nextInt(3) == 0) {
                    topology.delete(waiting.remove(0));
                }
                if (random.nextInt(5) == 0) {
                    topology.turn();
                }
            }
            waiting.forEach(topology::delete);
            without.take(facts.stream().filter(fact -> !doomed.contains(fact)).toList());

            assertThat(topology.settle().all())
                    .as("seed %d", seed)
                    .isEqualTo(without.settle().all());
        }
    }
}
