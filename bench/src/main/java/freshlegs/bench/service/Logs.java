package freshlegs.bench.service;

import freshlegs.model.topic.KafkaAddress;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** What each topic takes on the broker's disk, in bytes. */
public record Logs(Map<String, Long> bytes) {

    public static Logs of(KafkaAddress kafka) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            Collection<Integer> brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toList());
            Map<String, Long> bytes = admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .collect(Collectors.groupingBy(
                            replica -> replica.getKey().topic(),
                            TreeMap::new,
                            Collectors.summingLong(replica -> replica.getValue().size())));
            return new Logs(bytes);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how large its topics are", e);
        }
    }

    /** The topics in which a program's stores are kept. */
    public long changelogs(Program program) {
        return sum(topic -> topic.startsWith(program.application() + "-") && topic.endsWith("-changelog"));
    }

    public long sum(Predicate<String> topics) {
        return bytes.entrySet().stream()
                .filter(each -> topics.test(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
