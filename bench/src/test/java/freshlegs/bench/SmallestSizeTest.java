package freshlegs.bench;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks of how large it grows, beside the others in a process of their own. */
class SmallestSizeTest {
    @ParameterizedTest
    @ValueSource(strings = {"growth", "footprint", "ten-years"})
    void a_benchmark_sees_figures(String word) throws Exception {
        Smallest.seesFigures(word);
    }
}
