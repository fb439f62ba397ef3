package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The promise that a process which ends at any moment changes nothing: the next one goes on from the state on disk, hears some of
 * it again, and lives by a wall clock that may have been set back.
 */
public final class SameAfterCrash {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final int TURNS = 8;

    private SameAfterCrash() {}

    public static void holdsFor(List<? extends Fact> facts, int crashes, long seed) {
        holdsFor(TestedTopology::start, facts, crashes, seed);
    }

    static void holdsFor(Supplier<TestedTopology> start, List<? extends Fact> facts, int crashes, long seed) {
        try (TestedTopology undisturbed = start.get()) {
            var expected = undisturbed.take(facts).settle().all();
            for (int crash = 0; crash < crashes; crash++) {
                Random random = new Random(seed + crash);
                List<Fact> arriving = new ArrayList<>(facts);
                Collections.shuffle(arriving, random);
                // Once everything was heard and little of it folded: what is left to do is known from the disk alone.
                int heard = crash == 0 ? arriving.size() : random.nextInt(arriving.size() + 1);
                int again = crash == 0 ? heard : random.nextInt(heard + 1);
                TestedTopology ended = fed(start.get(), arriving.subList(0, heard), random);
                try (TestedTopology restarted = ended.crash(NOW.minus(Duration.ofHours(random.nextInt(3))))) {
                    fed(restarted, arriving.subList(again, arriving.size()), random);
                    assertThat(Differences.between(restarted.settle().all(), expected))
                            .as("seed %d", seed + crash)
                            .isEmpty();
                }
            }
        }
    }

    private static TestedTopology fed(TestedTopology topology, List<Fact> facts, Random random) {
        for (Fact fact : facts) {
            topology.take(fact);
            if (random.nextInt(TURNS) == 0) {
                topology.turn();
            }
        }
        return topology;
    }
}
