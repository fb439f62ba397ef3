package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import freshlegs.streams.TestedTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Short seasons of a few athletes at a time, as they come in life: late, doubled, corrected, taken away, folded at any moment,
 * some with the process ending in the midst. What is told in the end is what the oracle says. {@code -Dfreshlegs.seasons=N}
 * tries more, {@code -Dfreshlegs.seed=S} elsewhere.
 */
class SeasonOracleTest {
    private static final int SEASONS = Integer.getInteger("freshlegs.seasons", 1000);
    private static final long SEED = Long.getLong("freshlegs.seed", 20261125);

    /** Seeds that are neighbours begin alike. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int ATHLETES = 4;
    private static final int TURNS_TO_SETTLE = 60;
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void what_is_told_is_what_the_oracle_says_of_the_facts() {
        int squads = (SEASONS + ATHLETES - 1) / ATHLETES;
        List<String> wrong = LongStream.range(0, squads)
                .parallel()
                .mapToObj(squad -> check(SEED + squad))
                .flatMap(List::stream)
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** What is told wrong of one squad. */
    private static List<String> check(long seed) {
        Random random = new Random(seed * SPREAD);
        List<Fact> facts = new ArrayList<>();
        for (int athlete = 0; athlete < ATHLETES; athlete++) {
            facts.addAll(ASeason.of("ann" + "-b".repeat(athlete), random));
        }
        List<Arrival.Step> steps = Arrival.of(facts, random);
        // Before anything was stored there is nothing to find again.
        int crash = random.nextInt(3) == 0 ? Math.max(1, random.nextInt(steps.size())) : -1;
        int pace = 20 + random.nextInt(200);
        TestedTopology topology = TestedTopology.startAt(NOW);
        try {
            for (int i = 0; i < steps.size(); i++) {
                if (i == crash) {
                    topology = topology.crash(NOW.minus(Duration.ofHours(1)));
                }
                take(topology, steps.get(i));
                if (random.nextInt(pace) == 0) {
                    topology.turns(random.nextInt(6) == 0 ? 30 : 1);
                }
            }
            topology.turns(TURNS_TO_SETTLE);
            List<String> wrong = new ArrayList<>(Oracle.of(Arrival.left(steps)).differences(topology.all()));
            topology.toldTwice().forEach(twice -> wrong.add("told twice: " + twice));
            if (!topology.deadLetters().isEmpty()) {
                wrong.add("dead letters");
            }
            return wrong.stream()
                    .map(sentence -> "seed " + seed + ": " + sentence)
                    .toList();
        } finally {
            topology.close();
        }
    }

    private static void take(TestedTopology topology, Arrival.Step step) {
        if (step.deleted()) {
            topology.delete(step.fact());
        } else {
            topology.take(step.fact());
        }
    }
}
