package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** The promise that results depend on the set of facts, not on the order in which they came or on when they were folded. */
public final class SameInAnyOrder {
    private SameInAnyOrder() {}

    public static void holdsFor(List<? extends Fact> facts, int orders, long seed) {
        holdsFor(TestedTopology::start, facts, orders, seed);
    }

    static void holdsFor(Supplier<TestedTopology> start, List<? extends Fact> facts, int orders, long seed) {
        try (TestedTopology inOrder = start.get()) {
            var expected = inOrder.take(facts).settle().all();
            for (int order = 0; order < orders; order++) {
                Random random = new Random(seed + order);
                List<Fact> shuffled = new ArrayList<>(facts);
                Collections.shuffle(shuffled, random);
                try (TestedTopology other = start.get()) {
                    for (Fact fact : shuffled) {
                        other.take(fact);
                        if (random.nextInt(8) == 0) {
                            other.turn();
                        }
                    }
                    assertThat(Differences.between(other.settle().all(), expected))
                            .as("seed %d", seed + order)
                            .isEmpty();
                }
            }
        }
    }
}
