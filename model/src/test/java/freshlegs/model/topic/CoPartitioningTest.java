package freshlegs.model.topic;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CoPartitioningTest {
    @Test
    void topics_of_as_many_partitions_as_ours_keep_an_athlete_together() {
        assertThatCode(() -> CoPartitioning.check(Map.of("a", 12, "b", 12))).doesNotThrowAnyException();
    }

    @Test
    void every_topic_of_another_number_is_named() {
        assertThatThrownBy(() -> CoPartitioning.check(Map.of("a", 12, "c", 1, "b", 24)))
                .isInstanceOf(CoPartitioning.Broken.class)
                .hasMessageContaining("here b has 24, c has 1:");
    }
}
