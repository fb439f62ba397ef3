package freshlegs.app.rights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** What Kafka says that the user who asks may not do; what is not there, and what an older Kafka does not tell, is left out. */
public final class MissingRights {
    private static final long ANSWER_SECONDS = 30;
    private static final int SHOWN = 3;

    private MissingRights() {}

    /** What to tell whoever runs it; nothing when it has all that it needs. */
    public static Optional<String> sentence(Admin admin, KafkaUser user) throws InterruptedException {
        List<String> missing = of(admin, user.rights());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        int more = missing.size() - SHOWN;
        return Optional.of("Kafka refuses this user "
                + String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size())))
                + (more > 0 ? " and " + more + " more" : "") + ": grant what `freshlegs acls " + user.word()
                + "` prints, or put FRESHLEGS_KAFKA_PROPERTIES right.");
    }

    /** Whether the user who asks may change the settings of each of these topics, which it must be allowed to see. */
    public static boolean maySetTopics(Admin admin, Collection<String> topics) throws InterruptedException {
        return of(admin, List.of(Right.topics(topics, "set them", AclOperation.ALTER_CONFIGS)))
                .isEmpty();
    }

    /** Each such as {@code Write on the topic athlete.checkin.v1}. */
    static List<String> of(Admin admin, Collection<Right> needed) throws InterruptedException {
        List<String> missing = new ArrayList<>();
        for (Right right : needed) {
            switch (right.type()) {
                case TOPIC -> missing.addAll(topics(admin, right));
                case GROUP -> missing.addAll(groups(admin, right));
                case TRANSACTIONAL_ID -> missing.addAll(transactions(admin, right));
                default -> {}
            }
        }
        return missing.stream().sorted().distinct().toList();
    }

    private static List<String> topics(Admin admin, Right right) throws InterruptedException {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> each : admin.describeTopics(
                        right.names(), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .entrySet()) {
            Set<AclOperation> allowed = allowed(each.getValue().thenApply(TopicDescription::authorizedOperations));
            missing.addAll(beyond(allowed, right, "the topic " + each.getKey()));
        }
        return missing;
    }

    private static List<String> groups(Admin admin, Right right) throws InterruptedException {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<ConsumerGroupDescription>> each : admin.describeConsumerGroups(
                        right.names(), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups()
                .entrySet()) {
            Set<AclOperation> allowed =
                    allowed(each.getValue().thenApply(ConsumerGroupDescription::authorizedOperations));
            missing.addAll(beyond(
                    allowed, right, (right.isPrefix() ? "groups that begin with " : "the group ") + each.getKey()));
        }
        return missing;
    }

    /** Kafka tells of these only whether they may be seen, which whoever may use them may. */
    private static List<String> transactions(Admin admin, Right right) throws InterruptedException {
        List<String> missing = new ArrayList<>();
        var told = admin.describeTransactions(right.names());
        for (String name : right.names()) {
            Set<AclOperation> allowed = allowed(told.description(name).thenApply(known -> null));
            missing.addAll(beyond(allowed, right, "transactional ids that begin with " + name));
        }
        return missing;
    }

    private static List<String> beyond(Set<AclOperation> allowed, Right right, String what) {
        return right.operations().stream()
                .filter(operation -> !allowed.contains(operation))
                .map(operation -> Right.verb(operation) + " on " + what)
                .toList();
    }

    private static Set<AclOperation> allowed(KafkaFuture<@Nullable Set<AclOperation>> told)
            throws InterruptedException {
        Set<AclOperation> everything = EnumSet.allOf(AclOperation.class);
        try {
            Set<AclOperation> allowed = told.get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return allowed == null ? everything : allowed;
        } catch (ExecutionException e) {
            return e.getCause() instanceof AuthorizationException ? Set.of() : everything;
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka did not answer within " + ANSWER_SECONDS + " s", e);
        }
    }
}
