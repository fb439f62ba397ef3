package freshlegs.app.doctor;

import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.StreamsProperties;
import freshlegs.streams.Unseen;
import freshlegs.warehouse.Settled;
import freshlegs.warehouse.Warehouse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether what waits in the topics is worked on. */
final class Work {
    private static final String STREAMS = StreamsProperties.APPLICATION;
    private static final String WAREHOUSE = Warehouse.GROUP;

    private Work() {}

    /** How many offsets are still to be worked on. */
    private interface Behind {
        long now() throws Exception;
    }

    static List<Finding> processes(Site site) throws Exception {
        Admin admin = site.kafka();
        List<Finding> findings = new ArrayList<>();
        long facts = facts(site);
        if (facts > 0 && members(admin, STREAMS) == 0) {
            findings.add(Finding.problem(
                    facts + " facts wait and no process runs the streams.",
                    "start `freshlegs run`, or `freshlegs streams` where the parts run apart"));
        }
        if (site.databaseAddress().isPresent() && Sql.exists(site, "freshlegs.kafka_offset")) {
            long results = results(site);
            if (results > 0 && members(admin, WAREHOUSE) == 0) {
                findings.add(Finding.problem(
                        results + " results wait and no process brings them into the tables.",
                        "start `freshlegs run`, or `freshlegs warehouse` where the parts run apart"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok("Nothing waits without somebody at work.")) : findings;
    }

    static List<Finding> streamsLag(Site site) throws Exception {
        Admin admin = site.kafka();
        if (members(admin, STREAMS) == 0) {
            throw new NotAsked("No process runs the streams.");
        }
        return List.of(lag(site, "The streams", "facts", "freshlegs streams", () -> facts(site)));
    }

    static List<Finding> warehouseLag(Site site) throws Exception {
        Admin admin = site.kafka();
        if (!Sql.exists(site, "freshlegs.kafka_offset") || members(admin, WAREHOUSE) == 0) {
            throw new NotAsked("No process brings results into the tables.");
        }
        return List.of(lag(site, "The tables", "results", "freshlegs warehouse", () -> results(site)));
    }

    private static Finding lag(Site site, String who, String what, String command, Behind behind) throws Exception {
        long first = behind.now();
        if (first == 0) {
            return Finding.ok(who + " are abreast.");
        }
        long end = System.nanoTime() + site.limits().unmoved().toNanos();
        long now = first;
        while (now == first && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            now = behind.now();
        }
        return now == first
                ? Finding.problem(
                        who + " are " + now + " " + what + " behind and do not move.",
                        "see the log of `" + command + "` or `freshlegs run`; start it again if it says nothing")
                : Finding.ok(who + " are " + now + " " + what + " behind and move.");
    }

    private static long results(Site site) throws NotAsked, SQLException, InterruptedException {
        return Settled.behind(site.kafkaAddress().orElseThrow(), site.database());
    }

    private static int members(Admin admin, String group)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return admin
                    .describeConsumerGroups(List.of(group))
                    .all()
                    .get(Cluster.ANSWER_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .stream()
                    .mapToInt(each -> each.members().size())
                    .sum();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw e;
        }
    }

    private static long facts(Site site) throws Exception {
        Admin admin = site.kafka();
        List<String> there = List.copyOf(admin.listTopics().names().get(Cluster.ANSWER_SECONDS, TimeUnit.SECONDS));
        Map<TopicPartition, OffsetSpec> latest = Topics.facts().stream()
                .map(Topic::name)
                .filter(there::contains)
                .flatMap(topic -> IntStream.range(0, Topic.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(STREAMS)
                .partitionsToOffsetAndMetadata()
                .get(Cluster.ANSWER_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, Long> known = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(Cluster.ANSWER_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, end) -> {
                    ends.put(partition, end.offset());
                    known.put(partition, offset(read, partition));
                });
        return waiting(known, ends) == 0 ? 0 : waiting(seen(site, known, ends), ends);
    }

    private static Map<TopicPartition, Long> seen(
            Site site, Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        try (Unseen unseen = new Unseen(site.kafkaAddress().orElseThrow())) {
            return unseen.past(read, ends);
        }
    }

    private static long waiting(Map<TopicPartition, Long> read, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - read.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> read, TopicPartition partition) {
        OffsetAndMetadata offset = read.get(partition);
        return offset == null ? 0 : offset.offset();
    }
}
