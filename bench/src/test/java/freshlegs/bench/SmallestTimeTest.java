package freshlegs.bench;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks of how soon something is there, beside the others in a process of their own. */
class SmallestTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"latency", "board", "drop", "start", "micro"})
    void a_benchmark_sees_figures(String word) throws Exception {
        Smallest.seesFigures(word);
    }
}
