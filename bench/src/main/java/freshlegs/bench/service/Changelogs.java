package freshlegs.bench.service;

import freshlegs.model.topic.KafkaAddress;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

/** The topics in which a program's stores are kept. */
public final class Changelogs {
    private Changelogs() {}

    /** What they take on the broker's disk. */
    public static long bytes(KafkaAddress kafka, Program program) throws InterruptedException {
        String prefix = program.application() + "-";
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            Collection<Integer> brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).collect(Collectors.toList());
            return admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().startsWith(prefix)
                            && replica.getKey().topic().endsWith("-changelog"))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how large its topics are", e);
        }
    }
}
