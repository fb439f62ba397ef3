package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** The promise that telling everything again changes nothing and is not even told. */
public final class SameWhenRepeated {
    private SameWhenRepeated() {}

    public static void holdsFor(List<? extends Fact> facts, long seed) {
        holdsFor(TestedTopology::start, facts, seed);
    }

    static void holdsFor(Supplier<TestedTopology> start, List<? extends Fact> facts, long seed) {
        try (TestedTopology once = start.get();
                TestedTopology often = start.get()) {
            var expected = once.take(facts).settle().all();
            List<Fact> again = new ArrayList<>(facts);
            Collections.shuffle(again, new Random(seed));
            often.take(facts).settle().messages();

            often.take(again).settle().take(facts).settle();

            assertThat(often.messages()).as("seed %d", seed).isZero();
            assertThat(Differences.between(often.all(), expected))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }
}
