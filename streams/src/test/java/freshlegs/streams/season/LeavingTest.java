package freshlegs.streams.season;

import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.model.fact.Fact;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.TestedTopology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeavingTest {
    private static final int SEASONS = 4;

    private final TestedTopology topology = TestedTopology.start();

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void who_leaves_is_told_of_no_more_and_kept_nowhere_and_others_are_as_before() {
        for (int seed = 1; seed <= SEASONS; seed++) {
            Random random = new Random(seed);
            List<Fact> hers = new ArrayList<>(ASeason.of("zoe", random));
            topology.take(hers).take(ASeason.of("bea", random)).settle();
            Map<String, SortedMap<String, String>> before = toldOf("bea");
            assertThat(toldOf("zoe").get(Topics.TREND.name()))
                    .as("seed " + seed)
                    .isNotEmpty();
            Collections.shuffle(hers, random);

            hers.forEach(topology::delete);
            topology.settle();

            assertThat(toldOf("zoe"))
                    .as("seed " + seed)
                    .allSatisfy((topic, keys) -> assertThat(keys).as(topic).isEmpty());
            assertThat(topology.storedKeys())
                    .as("seed " + seed)
                    .noneMatch(key -> key.contains("zoe"))
                    .anyMatch(key -> key.contains("bea"));
            assertThat(toldOf("bea")).as("seed " + seed).isEqualTo(before);
        }
    }

    private Map<String, SortedMap<String, String>> toldOf(String athlete) {
        Map<String, SortedMap<String, String>> told = new HashMap<>();
        for (Topic<?> topic : Topics.results()) {
            told.put(
                    topic.name(),
                    new java.util.TreeMap<>(topology.told(topic).entrySet().stream()
                            .filter(each -> each.getKey().startsWith(athlete + "/"))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
        }
        return told;
    }
}
