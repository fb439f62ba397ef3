package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.topic.KafkaAddress;
import freshlegs.streams.rule.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class FreshlegsTopologyTest {

    private static Topology topology() {
        return FreshlegsTopology.build(
                StreamsProperties.of(StreamsSettings.alone(KafkaAddress.of("nowhere:9092"), Path.of("nowhere"))),
                Rules.published());
    }

    /** A changed name of a node or store loses state on upgrade: change the golden file only on purpose. */
    @Test
    void the_topology_is_the_one_that_was_drawn() throws IOException {
        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("/expected-topology.txt"))) {
            assertThat(topology().describe().toString().strip())
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    @Test
    void two_sub_topologies_are_all_there_is_and_nothing_is_repartitioned() {
        assertThat(topology().describe().subtopologies()).hasSize(2);
        assertThat(topology().describe().toString()).doesNotContain("repartition", "KSTREAM-");
    }
}
