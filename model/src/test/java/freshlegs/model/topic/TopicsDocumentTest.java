package freshlegs.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TopicsDocumentTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("freshlegs.root", "..")).resolve("docs/topics.md");

    @Test
    void the_document_lists_the_catalogue_and_nothing_else() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(TopicsDocumentTest::row).toList());
    }

    @Test
    void the_document_states_the_number_of_partitions() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(Topic.PARTITIONS + " partitions");
    }

    private static String row(Topic<?> topic) {
        String type = topic.type() == byte[].class ? "as it was" : topic.type().getSimpleName();
        String cleanup = topic.cleanup().name().toLowerCase(Locale.ROOT);
        return "| `%s` | `%s` | %s | %s | %s | %s |"
                .formatted(topic.name(), topic.key(), type, cleanup, topic.owner(), topic.holds());
    }
}
