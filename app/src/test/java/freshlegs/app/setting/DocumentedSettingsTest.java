package freshlegs.app.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedSettingsTest {
    @Test
    void the_table_in_the_operations_guide_is_the_catalogue() throws Exception {
        Path guide = Path.of(System.getProperty("freshlegs.root")).resolve("docs/operations.md");
        List<String> documented = Files.readAllLines(guide).stream()
                .filter(line -> line.startsWith("| `FRESHLEGS_"))
                .toList();

        assertThat(documented)
                .isEqualTo(
                        Setting.all().stream().map(DocumentedSettingsTest::row).toList());
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        setting.variable(),
                        setting.option().map(option -> "`" + option + "`").orElse(""),
                        setting.kind(),
                        setting.standard().isEmpty() ? "" : "`" + setting.standard() + "`",
                        setting.sentence());
    }
}
