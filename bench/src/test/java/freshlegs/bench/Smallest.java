package freshlegs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.bench.report.Figure;
import java.nio.file.Path;
import java.util.List;

/** A benchmark on next to nothing: whether it still works, never how fast. */
final class Smallest {
    /** What lives for seconds is done sooner without the optimising compiler. */
    private static final List<String> JAVA = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");

    private static final Path ROOT = Path.of(System.getProperty("freshlegs.root"));

    private Smallest() {}

    static void seesFigures(String word) throws Exception {
        Bench bench = new Bench(Scale.smallest(), JAVA, ROOT, sentence -> {});
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
