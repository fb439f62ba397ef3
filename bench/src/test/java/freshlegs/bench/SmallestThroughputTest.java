package freshlegs.bench;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import freshlegs.bench.intake.RealRuns;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The benchmarks of how much goes through, beside the others in a process of their own. */
class SmallestThroughputTest {
    @ParameterizedTest
    @ValueSource(strings = {"replay", "linear"})
    void a_benchmark_sees_figures(String word) throws Exception {
        Smallest.seesFigures(word);
    }

    @Test
    void the_import_of_real_files_sees_figures_where_they_are() throws Exception {
        Path root = Path.of(System.getProperty("freshlegs.root"));
        assumeFalse(RealRuns.beside(root).isEmpty(), "the real watch files are not on this machine");
        Smallest.seesFigures("import");
    }
}
