package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** The promise that no result is told again as it was already told, nor taken back when it was not. */
public final class NobodyToldTwice {
    private static final int TURNS = 5;

    private NobodyToldTwice() {}

    public static void holdsFor(List<? extends Fact> facts, long seed) {
        holdsFor(TestedTopology::start, facts, seed);
    }

    static void holdsFor(Supplier<TestedTopology> start, List<? extends Fact> facts, long seed) {
        Random random = new Random(seed);
        List<Fact> arriving = new ArrayList<>(facts);
        Collections.shuffle(arriving, random);
        try (TestedTopology topology = start.get()) {
            for (Fact fact : arriving) {
                topology.take(fact);
                if (random.nextInt(TURNS) == 0) {
                    topology.turn();
                }
            }
            topology.settle();
            Collections.shuffle(arriving, random);
            arriving.forEach(fact -> topology.delete(fact).turn());
            topology.settle();
            assertThat(topology.toldTwice()).as("seed %d", seed).isEmpty();
        }
    }
}
