package freshlegs.app.rights;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.output.MarkedDocument;
import freshlegs.app.service.Part;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;

class KafkaSecurityDocumentTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("freshlegs.root"), "docs/kafka-security.md");

    /** With {@code -Dfreshlegs.docs=write} it writes them instead. */
    @Test
    void the_page_lists_every_right_of_everybody() throws Exception {
        Map<KafkaUser, String> principals = new EnumMap<>(KafkaUser.class);
        Stream.of(KafkaUser.values()).forEach(user -> principals.put(user, "User:" + user.usualName()));
        String table = "\n" + new AclScript(principals).markdown();
        if ("write".equals(System.getProperty("freshlegs.docs"))) {
            Files.writeString(DOCUMENT, MarkedDocument.with(table, Files.readString(DOCUMENT)));
        }
        assertThat(MarkedDocument.figures(Files.readString(DOCUMENT)))
                .as("bring it up to date with -Dfreshlegs.docs=write")
                .isEqualTo("\n" + table);
    }

    @Test
    void the_parts_together_know_every_topic() {
        Set<String> known = Stream.of(Part.values())
                .flatMap(part -> part.onKafka().topics().stream())
                .collect(Collectors.toSet());
        assertThat(known).isEqualTo(Topics.all().stream().map(Topic::name).collect(Collectors.toSet()));
    }

    @Test
    void no_part_may_do_more_to_a_topic_than_read_and_write() {
        assertThat(Part.values()).allSatisfy(part -> assertThat(part.onKafka().rights())
                .allSatisfy(right ->
                        assertThat(right.operations()).isSubsetOf(Set.of(AclOperation.READ, AclOperation.WRITE))));
    }
}
