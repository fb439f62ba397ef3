package freshlegs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.bench.report.Goal;
import freshlegs.bench.report.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PerformanceDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/performance.md");

    @ParameterizedTest
    @EnumSource(Measure.class)
    void every_measure_stands_in_the_document_with_its_goal(Measure measure) throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| " + measure.title() + " |"))
                .toList();
        String goal = measure.goal().map(Goal::toString).orElse("-");
        assertThat(rows).as("rows of " + measure).isNotEmpty();
        assertThat(rows).allMatch(row -> row.contains("| " + measure.unit() + " |"));
        assertThat(rows).allMatch(row -> row.contains("| " + goal + " |"));
    }

    @Test
    void every_benchmark_stands_in_the_document() throws IOException {
        String text = Files.readString(DOCUMENT);
        Benchmark.ALL.forEach(benchmark -> assertThat(text).contains("| `" + benchmark.word() + "` |"));
    }
}
