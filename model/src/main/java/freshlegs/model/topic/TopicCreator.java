package freshlegs.model.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the catalogue's topics that the cluster does not have yet, and makes sure that those it has can be worked with; a
 * second caller at the same time does no harm.
 */
public final class TopicCreator {
    private static final long TIMEOUT_SECONDS = 60;

    private TopicCreator() {}

    public static void createMissing(Admin admin, short replication) throws InterruptedException {
        try {
            Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            CoPartitioning.check(partitions(admin, existing));
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic -> topic.toNewTopic(replication))
                    .toList();
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topics could not be created: " + e.getCause(), e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer within " + TIMEOUT_SECONDS + " s", e);
        }
    }

    private static Map<String, Integer> partitions(Admin admin, Set<String> existing)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> ours = Topics.all().stream()
                .map(Topic::name)
                .filter(existing::contains)
                .toList();
        Map<String, Integer> partitions = new HashMap<>();
        admin.describeTopics(ours)
                .allTopicNames()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .forEach((topic, described) ->
                        partitions.put(topic, described.partitions().size()));
        return partitions;
    }
}
