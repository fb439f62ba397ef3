package freshlegs.app.service;

import freshlegs.app.problem.Problem;
import freshlegs.streams.StreamsReset;
import freshlegs.warehouse.Warehouse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** The processes that Kafka counts as at work; one that has ended is counted until its session is over. */
final class Members {
    private static final List<String> GROUPS = List.of(StreamsReset.GROUP, Warehouse.GROUP);
    private static final Duration SESSION = Duration.ofSeconds(15);
    private static final long ANSWER_SECONDS = 30;
    private static final long PAUSE_MILLIS = 200;

    private Members() {}

    /** Waits for as long as members may be counted that have ended, then refuses to go on. */
    static void awaitNone(Admin admin) throws InterruptedException {
        long deadline = System.nanoTime() + SESSION.toNanos();
        List<String> names = names(admin);
        while (!names.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw Problem.failed("There is still at work: " + String.join(", ", names)
                        + ". Stop every `freshlegs streams`, `warehouse` and `run`, then try again.");
            }
            Thread.sleep(PAUSE_MILLIS);
            names = names(admin);
        }
    }

    private static List<String> names(Admin admin) throws InterruptedException {
        return admin.describeConsumerGroups(GROUPS).describedGroups().values().stream()
                .flatMap(group -> members(group).stream())
                .map(Members::name)
                .sorted()
                .distinct()
                .toList();
    }

    private static List<MemberDescription> members(KafkaFuture<ConsumerGroupDescription> group) {
        try {
            return List.copyOf(group.get(ANSWER_SECONDS, TimeUnit.SECONDS).members());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return List.of();
            }
            throw new KafkaException("Kafka does not say who is at work", e);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka does not say who is at work", e);
        }
    }

    private static String name(MemberDescription member) {
        return member.clientId() + " (instance " + member.groupInstanceId().orElse("without a name") + ", host "
                + member.host().replaceFirst("^/", "") + ")";
    }
}
