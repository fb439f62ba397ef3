package freshlegs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.output.MarkedDocument;
import freshlegs.bench.capacity.CapacityTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/capacity.md follows from the measured figures of docs/performance.md; written anew by {@code -Dfreshlegs.docs=write}. */
class CapacityDocumentTest {
    private static final Path DOCS = Path.of(System.getProperty("freshlegs.root"), "docs");

    @Test
    void the_arithmetic_starts_from_the_measured_figures() throws Exception {
        Path document = DOCS.resolve("capacity.md");
        String table = CapacityTable.of(Files.readString(DOCS.resolve("performance.md")));
        String text = Files.readString(document);
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            text = MarkedDocument.with(table, text);
            Files.writeString(document, text);
        }

        assertThat(MarkedDocument.figures(text)).isEqualTo("\n" + table);
    }
}
