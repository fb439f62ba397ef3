package freshlegs.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.topic.EventHeaders;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TopicsDocumentTest {
    private static final Path DOCUMENT = Kept.DOCS.resolve("topics.md");
    private static final String BEGIN = "<!-- topics -->\n";
    private static final String END = "<!-- end of topics -->";

    @Test
    void the_document_lists_the_catalogue_and_nothing_else() {
        String page = Kept.text(DOCUMENT);

        Kept.holds(
                DOCUMENT,
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table() + page.substring(page.indexOf(END)));
    }

    @Test
    void the_document_states_the_number_of_partitions_and_every_header() {
        assertThat(Kept.text(DOCUMENT)).contains(Topic.PARTITIONS + " partitions");
        assertThat(EventHeaders.ALL)
                .allSatisfy(header -> assertThat(Kept.text(DOCUMENT)).contains("`" + header + "`"));
    }

    private static String table() {
        return Topics.all().stream()
                .map(TopicsDocumentTest::row)
                .collect(Collectors.joining(
                        "", "| Topic | Key | Value | Written by | Holds |\n|---|---|---|---|---|\n", ""));
    }

    private static String row(Topic<?> topic) {
        String schema = "[%s](../model/src/main/resources/freshlegs/schema/%s.json)"
                .formatted(topic.type().getSimpleName(), topic.name());
        String shape = topic.type() == byte[].class ? "as it was" : schema;
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(topic.name(), topic.key(), shape, topic.owner(), topic.holds());
    }
}
