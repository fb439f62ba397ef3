package freshlegs.app.doctor;

import freshlegs.app.output.Show;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Dead letters about which nobody has done anything yet. */
final class Letters {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int MOST = 1000;

    private Letters() {}

    static List<Finding> open(Site site) throws Exception {
        List<Finding> findings = new ArrayList<>();
        Set<String> handled = handled(site);
        long ofStreams =
                names(site).stream().filter(name -> !handled.contains(name)).count();
        if (ofStreams > 0) {
            findings.add(problem(ofStreams, "the streams could not process"));
        }
        if (site.databaseAddress().isPresent()) {
            long ofTables = Sql.ask(
                            site,
                            "freshlegs.unreadable",
                            List.of("topic", "partition", "offset"),
                            "freshlegs.unreadable LIMIT " + MOST)
                    .objects()
                    .map(row -> "warehouse-" + Show.text(row, "topic") + "-" + Show.text(row, "partition") + "-"
                            + Show.text(row, "offset"))
                    .filter(name -> !handled.contains(name))
                    .count();
            if (ofTables > 0) {
                findings.add(problem(ofTables, "could not become rows"));
            }
        }
        return findings.isEmpty() ? List.of(Finding.ok("There are no dead letters.")) : findings;
    }

    private static Finding problem(long many, String what) {
        return Finding.problem(
                many + " record(s) " + (what.startsWith("the") ? "that " : "") + what + " wait for somebody.",
                "run `freshlegs dead-letters`, which says what and why");
    }

    private static Set<String> handled(Site site) throws NotAsked, SQLException {
        Set<String> handled = new HashSet<>();
        if (site.databaseAddress().isPresent()) {
            Sql.ask(site, "ledger.dead_letter", List.of("id"), "ledger.dead_letter WHERE state <> 'OPEN'")
                    .objects()
                    .forEach(row -> handled.add(Show.text(row, "id")));
        }
        return handled;
    }

    /** As they are named for people; their content is not looked at. */
    private static List<String> names(Site site) throws NotAsked, Exception {
        Set<String> topics = site.kafka().listTopics().names().get(Cluster.ANSWER_SECONDS, TimeUnit.SECONDS);
        List<String> names = new ArrayList<>();
        if (!topics.contains(Topics.DEAD_LETTER.name())) {
            return names;
        }
        List<TopicPartition> partitions = IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTER.name(), partition))
                .toList();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                site.kafkaAddress().orElseThrow().consumerProperties(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (names.size() < MOST
                    && partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(each -> names.add("streams-" + each.partition() + "-" + each.offset()));
            }
        }
        return names;
    }
}
