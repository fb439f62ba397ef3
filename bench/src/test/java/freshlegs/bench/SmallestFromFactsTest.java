package freshlegs.bench;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks that begin with facts, beside the others in a process of their own. */
class SmallestFromFactsTest {
    @ParameterizedTest
    @ValueSource(strings = {"replay", "ten-years", "linear", "footprint", "micro"})
    void a_benchmark_sees_figures(String word) throws Exception {
        Smallest.seesFigures(word);
    }
}
