package freshlegs.bench;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks that begin with files, and those of pages, beside the others in a process of their own. */
class SmallestFromFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"footprint", "growth", "drop", "board"})
    void a_benchmark_sees_figures(String word) throws Exception {
        Smallest.seesFigures(word);
    }
}
