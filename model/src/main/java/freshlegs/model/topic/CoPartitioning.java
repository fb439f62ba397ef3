package freshlegs.model.topic;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The promise that an athlete's records lie in the partition of the same number in every topic, which holds as long as all
 * topics have the same number of partitions.
 */
public final class CoPartitioning {
    private CoPartitioning() {}

    /** {@code partitions} are the numbers of partitions by topic. */
    public static void check(Map<String, Integer> partitions) {
        Map<String, Integer> wrong = new TreeMap<>(partitions);
        wrong.values().removeIf(number -> number == Topic.PARTITIONS);
        if (!wrong.isEmpty()) {
            throw new Broken(wrong);
        }
    }

    /** Some topics were made by somebody else with another number of partitions. */
    public static final class Broken extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private Broken(Map<String, Integer> wrong) {
            super("Every topic must have " + Topic.PARTITIONS + " partitions, so that all of an athlete's records meet;"
                    + " here "
                    + wrong.entrySet().stream()
                            .map(topic -> topic.getKey() + " has " + topic.getValue())
                            .collect(Collectors.joining(", "))
                    + ": delete these topics, so that they are created anew, after copying what they hold.");
        }
    }
}
