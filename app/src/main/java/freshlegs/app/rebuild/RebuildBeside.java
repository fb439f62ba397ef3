package freshlegs.app.rebuild;

import freshlegs.app.rebuild.Difference.Kind;
import freshlegs.app.service.Access;
import freshlegs.app.setting.Catalogue;
import freshlegs.app.setting.Settings;
import freshlegs.model.AthleteId;
import freshlegs.model.topic.AthletePartitioner;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import freshlegs.streams.rule.Rules;
import freshlegs.warehouse.Settled;
import freshlegs.warehouse.TableCheck;
import freshlegs.warehouse.WarehouseSettings;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Makes everything anew in memory while the system is at work and compares it with what stands in topics and tables; on request has
 * the streams tell anew what differs, and makes rows what their records say. It may be ended at any moment and begun again.
 */
public final class RebuildBeside {
    private static final Duration FOR_THE_TABLES = Duration.ofSeconds(60);

    private final KafkaAddress kafka;
    private final WarehouseSettings warehouse;
    private final Rules rules;
    private final boolean sessions;
    private final Clock clock;
    private final Report report;

    private RebuildBeside(
            KafkaAddress kafka,
            WarehouseSettings warehouse,
            Rules rules,
            boolean sessions,
            Clock clock,
            Report report) {
        this.kafka = kafka;
        this.warehouse = warehouse;
        this.rules = rules;
        this.sessions = sessions;
        this.clock = clock;
        this.report = report;
    }

    /** Somebody who is told how it goes. */
    public interface Report {
        void begins(String what);

        void at(int done, int all);
    }

    /** What was found, and whose results were still on the move. */
    public record Found(Compared compared, Set<String> moving) {}

    /** With {@code sessions} recordings are analysed anew first. */
    public static RebuildBeside of(Access access, Settings settings, boolean sessions, Clock clock, Report report) {
        return new RebuildBeside(
                access.kafka(),
                access.warehouse(settings, clock),
                settings.get(Catalogue.RULES),
                sessions,
                clock,
                report);
    }

    public boolean isAnybodyAtWork() throws InterruptedException {
        try (StreamsPosition streams = new StreamsPosition(kafka)) {
            return streams.isAnybodyAtWork();
        }
    }

    /** Only reads. */
    public Found compare(Optional<AthleteId> only) throws SQLException, InterruptedException {
        Found found = compareResults(only.map(athlete -> Set.of(athlete.value())));
        report.begins("Comparing the tables with the topics");
        Settled.await(kafka, warehouse.database(), FOR_THE_TABLES);
        int all = only.isPresent() ? 1 : Topic.PARTITIONS;
        IntConsumer progress = done -> report.at(done, all);
        TableCheck.Found rows = new TableCheck(warehouse).look(only, progress);
        rows.differences().forEach(row -> found.compared.differences().add(Difference.of(row)));
        rows.same().forEach((table, same) -> found.compared.same().merge(table, same, Integer::sum));
        return found;
    }

    private Found compareResults(Optional<Set<String>> only) throws InterruptedException {
        report.begins("Making everything anew and comparing it with the topics");
        Found found = new Found(Compared.nothing(), new TreeSet<>());
        Set<Integer> partitions = only.map(RebuildBeside::partitions)
                .orElseGet(() -> IntStream.range(0, Topic.PARTITIONS).boxed().collect(Collectors.toSet()));
        int done = 0;
        try (Settling settling = new Settling(kafka, rules)) {
            for (int partition : new TreeSet<>(partitions)) {
                try (PartitionView view = new PartitionView(
                        kafka,
                        partition,
                        athlete -> only.map(them -> them.contains(athlete)).orElse(true),
                        sessions)) {
                    Settling.Settled settled = settling.compare(view);
                    found.compared.add(settled.compared());
                    found.moving.addAll(settled.moving());
                }
                report.at(++done, partitions.size());
            }
        }
        return found;
    }

    /** Has everything mended of those who differ, and of nobody else. */
    public void takeOver(Found found) throws SQLException, InterruptedException {
        Compared wrong = found.compared();
        if (sessions) {
            wrong = analyseAnew(wrong);
        }
        wrong = refold(wrong);
        if (!inTopics(wrong).isEmpty()) {
            sendFactsAgain(inTopics(wrong));
            refold(wrong);
        }
        report.begins("Mending the tables");
        Settled.await(kafka, warehouse.database(), FOR_THE_TABLES);
        new TableCheck(warehouse).mend(found.compared().athletes());
    }

    private Compared refold(Compared wrong) throws InterruptedException {
        Set<String> athletes = inTopics(wrong);
        if (athletes.isEmpty()) {
            return wrong;
        }
        report.begins("Having the streams tell anew what concerns " + counted(athletes));
        new Refolding(kafka, clock).refold(athletes, wrong.differences());
        return compareResults(Optional.of(athletes)).compared();
    }

    private Compared analyseAnew(Compared wrong) throws InterruptedException {
        Map<Integer, Set<String>> keys = new TreeMap<>();
        wrong.differences().stream()
                .filter(each -> each.where().equals(Topics.SESSION.name()))
                .forEach(each -> keys.computeIfAbsent(partitionOf(each.athlete()), partition -> new TreeSet<>())
                        .add(each.key()));
        if (keys.isEmpty()) {
            return wrong;
        }
        report.begins("Having recordings analysed anew");
        for (Map.Entry<Integer, Set<String>> each : keys.entrySet()) {
            RecordingsAgain.send(kafka, each.getKey(), each.getValue());
        }
        return compareResults(Optional.of(inTopics(wrong))).compared();
    }

    /** In case the streams have missed some. */
    private void sendFactsAgain(Set<String> athletes) throws InterruptedException {
        report.begins("Sending the facts once more of " + counted(athletes));
        for (String athlete : athletes) {
            try (PartitionView view = new PartitionView(kafka, partitionOf(athlete), athlete::equals, false)) {
                view.readOn();
                Map<TopicPartition, Long> read = view.factsRead();
                Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> facts = view.of(athlete).facts().stream()
                        .collect(Collectors.groupingBy(fact -> new TopicPartition(fact.topic(), fact.partition())));
                facts.forEach((partition, own) -> SentAgain.send(
                        kafka,
                        partition,
                        new ArrayList<>(own.stream().map(SentAgain::copyOf).toList()),
                        read.getOrDefault(partition, 0L)));
            }
        }
    }

    private static Set<String> inTopics(Compared wrong) {
        return wrong.differences().stream()
                .filter(each -> each.kind() == Kind.TOPIC)
                .map(Difference::athlete)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String counted(Set<String> athletes) {
        return athletes.size() == 1 ? "1 athlete" : athletes.size() + " athletes";
    }

    private static Set<Integer> partitions(Set<String> athletes) {
        return athletes.stream().map(RebuildBeside::partitionOf).collect(Collectors.toSet());
    }

    private static int partitionOf(String athlete) {
        return AthletePartitioner.partition(athlete, Topic.PARTITIONS);
    }
}
