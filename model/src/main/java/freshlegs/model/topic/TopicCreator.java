package freshlegs.model.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates topics that the cluster does not have yet, and makes sure that those it has can be worked with; a second caller at the
 * same time does no harm.
 */
public final class TopicCreator {
    private static final long TIMEOUT_SECONDS = 60;
    private static final long PAUSE_MILLIS = 20;

    private TopicCreator() {}

    /** Those of the whole catalogue. */
    public static void createMissing(Admin admin, short replication) throws InterruptedException {
        createMissing(
                admin,
                Topics.all().stream()
                        .map(topic -> topic.toNewTopic(replication))
                        .toList());
    }

    /** Answers which ones it created; whoever may create none needs all of them to be there. */
    public static List<String> createMissing(Admin admin, Collection<NewTopic> wanted) throws InterruptedException {
        try {
            Set<String> existing = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            List<String> there = wanted.stream()
                    .map(NewTopic::name)
                    .filter(existing::contains)
                    .toList();
            CoPartitioning.check(NewsOfTopics.awaited(() -> partitions(admin, there)));
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .toList();
            create(admin, missing);
            awaitSeen(admin, missing);
            return missing.stream().map(NewTopic::name).toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka did not answer within " + TIMEOUT_SECONDS + " s", e);
        }
    }

    private static void create(Admin admin, List<NewTopic> missing)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                throw new Refused(missing.stream().map(NewTopic::name).toList(), e);
            }
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** What the controller has made, the brokers learn of a moment later, and ask of it in vain until then. */
    private static void awaitSeen(Admin admin, List<NewTopic> made)
            throws InterruptedException, ExecutionException, TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        Set<String> unseen = made.stream().map(NewTopic::name).collect(Collectors.toSet());
        while (!unseen.isEmpty()) {
            unseen.removeAll(admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS));
            if (!unseen.isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("topics were made that nobody sees: " + unseen);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static Map<String, Integer> partitions(Admin admin, List<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Integer> partitions = new HashMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .forEach((topic, described) ->
                        partitions.put(topic, described.partitions().size()));
        return partitions;
    }

    /** Topics are missing, or not to be seen, and this user may not create them. */
    public static final class Refused extends IllegalStateException {
        private static final long serialVersionUID = 1;

        private Refused(List<String> topics, Throwable cause) {
            super(
                    "Topics are missing, or Kafka does not show them to this user, which may not create them ("
                            + String.join(", ", topics)
                            + "): run `freshlegs topics create` as one who may, and grant what `freshlegs acls` prints.",
                    cause);
        }
    }
}
