package freshlegs.streams;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.processor.internals.UnwindowedUnversionedChangelogTopicConfig;
import org.junit.jupiter.api.Test;

class StreamsTopicsTest {
    @Test
    void the_streams_read_all_facts_and_requests_and_write_sessions_results_and_dead_letters() {
        assertThat(StreamsTopics.read()).containsExactlyInAnyOrderElementsOf(names(Topics.facts(), Topics.requests()));
        assertThat(StreamsTopics.written())
                .containsExactlyInAnyOrderElementsOf(
                        names(Topics.results(), List.of(Topics.SESSION, Topics.DEAD_LETTER)));
    }

    @Test
    void a_changelog_is_made_as_kafka_streams_would_make_it() throws Exception {
        assertThat(StreamsTopics.changelogs())
                .containsExactly(
                        "freshlegs-streams-days-changelog",
                        "freshlegs-streams-deliveries-changelog",
                        "freshlegs-streams-facts-changelog",
                        "freshlegs-streams-touched-changelog");
        for (NewTopic changelog : StreamsTopics.state((short) 1)) {
            assertThat(changelog.configs()).isEqualTo(theirs(changelog));
            assertThat(changelog.numPartitions()).isEqualTo(Topic.PARTITIONS);
            assertThat(StreamsProperties.isInternal(changelog.name())).isTrue();
        }
    }

    /** Kafka Streams shows its own settings to nobody. */
    private static Map<String, String> theirs(NewTopic changelog) throws ReflectiveOperationException {
        Constructor<UnwindowedUnversionedChangelogTopicConfig> hidden =
                UnwindowedUnversionedChangelogTopicConfig.class.getDeclaredConstructor(String.class, Map.class);
        hidden.setAccessible(true);
        Map<String, String> ours = new HashMap<>(changelog.configs());
        ours.remove(TopicConfig.CLEANUP_POLICY_CONFIG);
        ours.remove(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
        return hidden.newInstance(changelog.name(), Map.of()).properties(ours, 0);
    }

    private static List<String> names(List<? extends Topic<?>> some, List<? extends Topic<?>> others) {
        return Stream.concat(some.stream(), others.stream())
                .<String>map(Topic::name)
                .toList();
    }
}
