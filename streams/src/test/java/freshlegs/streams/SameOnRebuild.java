package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The promise that an application which begins with nothing but the facts as their compacted topics hold them comes to the same
 * as the one that saw them come, be repeated, go and come again.
 */
public final class SameOnRebuild {
    private SameOnRebuild() {}

    public static void holdsFor(List<? extends Fact> facts, long seed) {
        holdsFor(TestedTopology::start, facts, seed);
    }

    static void holdsFor(Supplier<TestedTopology> start, List<? extends Fact> facts, long seed) {
        Random random = new Random(seed);
        List<Fact> arriving = new ArrayList<>(facts);
        arriving.addAll(facts);
        Collections.shuffle(arriving, random);
        try (TestedTopology lived = start.get();
                TestedTopology rebuilt = start.get()) {
            for (Fact fact : arriving) {
                if (random.nextInt(6) == 0) {
                    lived.delete(fact);
                }
                lived.take(fact);
                if (random.nextInt(8) == 0) {
                    lived.turn();
                }
            }
            assertThat(Differences.between(
                            rebuilt.take(facts).settle().all(), lived.settle().all()))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
