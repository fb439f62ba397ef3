package freshlegs.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksDocumentTest {
    @Test
    void the_operations_guide_lists_every_check_with_what_it_looks_at() throws Exception {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("freshlegs.root"), "docs", "operations.md"));
        int table = lines.indexOf("| Check | Looks at |");

        List<String> documented = lines.subList(table + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();

        assertThat(documented)
                .isEqualTo(Check.all().stream()
                        .map(check -> "| `" + check.name() + "` | " + check.looksAt() + " |")
                        .toList());
    }
}
