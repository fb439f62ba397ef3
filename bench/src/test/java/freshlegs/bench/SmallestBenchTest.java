package freshlegs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.bench.report.Figure;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether each benchmark still works, on next to nothing; never how fast. */
class SmallestBenchTest {
    @ParameterizedTest
    @ValueSource(strings = {"replay", "ten-years", "linear", "footprint", "growth", "drop", "board", "micro"})
    void a_benchmark_sees_figures(String word) throws Exception {
        Bench bench = new Bench(Scale.smallest(), List.of("-Xmx256m"), sentence -> {});
        Benchmark benchmark = Benchmark.ALL.stream()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow();
        List<Figure> figures = benchmark.measure(bench);
        assertThat(figures).isNotEmpty().allSatisfy(figure -> {
            assertThat(figure.seen()).isFinite();
            assertThat(figure.condition()).isNotBlank();
        });
    }
}
