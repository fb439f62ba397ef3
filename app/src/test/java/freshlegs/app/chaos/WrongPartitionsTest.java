package freshlegs.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.app.embedded.EmbeddedKafka;
import freshlegs.model.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody made a topic by hand, with another number of partitions. */
class WrongPartitionsTest {
    private final Path folder;

    WrongPartitionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_part_refuses_to_start_and_says_which_topic_is_in_the_way() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), folder.resolve("kafka.log"))) {
            try (Admin admin = Admin.create(kafka.address().adminProperties())) {
                admin.createTopics(List.of(new NewTopic(Topics.CHECKIN.name(), 6, (short) 1)))
                        .all()
                        .get();
            }
            ACommand.Ran streams = ACommand.of(
                            Map.of(
                                    "FRESHLEGS_DATA", folder.resolve("data").toString(),
                                    "FRESHLEGS_KAFKA", kafka.address().bootstrapServers()),
                            "streams")
                    .run();

            assertThat(streams.code()).isEqualTo(1);
            assertThat(streams.said())
                    .contains(
                            "Every topic must have 12 partitions",
                            "here athlete.checkin.v1 has 6: delete these topics");
        }
    }
}
