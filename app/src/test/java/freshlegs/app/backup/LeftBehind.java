package freshlegs.app.backup;

import freshlegs.app.output.Query;
import freshlegs.app.service.TopicReader;
import freshlegs.model.DatabaseAddress;
import freshlegs.model.topic.KafkaAddress;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a release leaves behind, small enough to be kept: a backup, and with it the results as they stood, the rows, and the streams'
 * state as their changelogs hold it, from which a lost folder is restored. Of recordings only the last are kept: their sessions are.
 */
final class LeftBehind {
    static final String RESULTS = "results/";
    static final String STATE = "state/";
    static final String ROWS = "rows/";

    private static final String GROUP = "freshlegs-streams";
    private static final String DAYS = GROUP + "-days-changelog";
    private static final String FORMULAS = "~formulas";
    private static final int RECORDINGS = 1;
    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'freshlegs' and tablename <> 'kafka_offset' order by 1";

    private LeftBehind() {}

    static void write(Path target, KafkaAddress kafka, DatabaseAddress database, Instant now, String program)
            throws Exception {
        try (BackupWriter writer = new BackupWriter(target.toAbsolutePath());
                TopicReader reader = new TopicReader(kafka);
                TableRows rows = TableRows.asOfNow(database)) {
            rows.run("set timezone = 'UTC'");
            for (String table : rows.names()) {
                entry(writer, Manifest.TABLES + table, now, lines(rows, table));
            }
            for (Topic<?> topic : Backup.topics()) {
                entry(writer, Manifest.TOPICS + topic.name(), now, bytes(latest(reader, topic.name())));
            }
            for (Topic<?> topic : Topics.results()) {
                entry(writer, RESULTS + topic.name(), now, bytes(latest(reader, topic.name())));
            }
            for (String changelog : changelogs(kafka)) {
                entry(writer, STATE + changelog, now, bytes(latest(reader, changelog)));
            }
            for (String table : rows.list(TABLES)) {
                entry(writer, ROWS + table, now, rows(rows, table, rows.columns("freshlegs." + table)));
            }
            writer.finish(new Manifest(Manifest.FORMAT, program, rows.version(), now, now, writer.entries()));
        }
    }

    private static void entry(BackupWriter writer, String name, Instant now, byte[] bytes) throws IOException {
        writer.entry(name, FileTime.from(now), out -> {
            out.write(bytes);
            return 1;
        });
    }

    private static List<String> changelogs(KafkaAddress kafka) throws Exception {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            return admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(GROUP + "-") && name.endsWith("-changelog"))
                    .sorted()
                    .toList();
        }
    }

    /** As compaction would leave it at last. */
    private static Collection<StoredRecord> latest(TopicReader reader, String topic) {
        Map<String, StoredRecord> latest = new LinkedHashMap<>();
        reader.all(topic, stored -> {
            StoredRecord record = StoredRecord.of(stored);
            String key = stored.partition() + "-" + text(record.key());
            latest.remove(key);
            if (stored.value() != null) {
                latest.put(key, record);
            }
        });
        List<StoredRecord> all = new ArrayList<>(latest.values());
        return topic.equals(Topics.RECORDING.name())
                ? all.subList(Math.max(0, all.size() - RECORDINGS), all.size())
                : all;
    }

    private static byte[] bytes(Collection<StoredRecord> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (StoredRecord record : records) {
            record.write(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] lines(TableRows rows, String from) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rows.copyOut(from, out);
        return out.toByteArray();
    }

    /** The names of the columns, then the rows. */
    private static byte[] rows(TableRows rows, String table, String columns) throws SQLException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((columns + "\n").getBytes(StandardCharsets.UTF_8));
        out.write(lines(rows, "(select " + columns + " from freshlegs." + table + ")"));
        return out.toByteArray();
    }

    /** The rows in the columns that the release had. */
    static SortedMap<String, String> rows(BackupFile kept, DatabaseAddress database) throws Exception {
        SortedMap<String, String> all = new TreeMap<>();
        try (TableRows rows = TableRows.asOfNow(database)) {
            rows.run("set timezone = 'UTC'");
            for (String name : names(kept, ROWS)) {
                String columns = text(kept, ROWS + name).lines().findFirst().orElseThrow();
                all.put(name, new String(rows(rows, name, columns), StandardCharsets.UTF_8));
            }
        }
        return all;
    }

    static SortedMap<String, String> keptRows(BackupFile kept) throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        for (String name : names(kept, ROWS)) {
            all.put(name, text(kept, ROWS + name));
        }
        return all;
    }

    /** Of every topic of results what stands under each key. */
    static SortedMap<String, SortedMap<String, String>> results(BackupFile kept, KafkaAddress kafka) {
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        try (TopicReader reader = new TopicReader(kafka)) {
            for (String topic : names(kept, RESULTS)) {
                all.put(topic, byKey(latest(reader, topic)));
            }
        }
        return all;
    }

    static SortedMap<String, SortedMap<String, String>> keptResults(BackupFile kept) throws IOException {
        SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
        for (String topic : names(kept, RESULTS)) {
            all.put(topic, byKey(records(kept, RESULTS + topic)));
        }
        return all;
    }

    /** By which formulas days were folded stands in every partition's state. */
    static boolean isOfTheseFormulas(BackupFile kept, KafkaAddress kafka) throws IOException {
        try (TopicReader reader = new TopicReader(kafka)) {
            return formulas(records(kept, STATE + DAYS)).equals(formulas(latest(reader, DAYS)));
        }
    }

    private static Set<String> formulas(Collection<StoredRecord> state) {
        return state.stream()
                .filter(record -> text(record.key()).equals(FORMULAS))
                .map(record -> text(record.content()))
                .collect(Collectors.toSet());
    }

    private static SortedMap<String, String> byKey(Collection<StoredRecord> records) {
        SortedMap<String, String> byKey = new TreeMap<>();
        records.forEach(record -> byKey.put(text(record.key()), text(record.content())));
        return byKey;
    }

    static List<String> names(BackupFile kept, String prefix) {
        return kept.manifest().entries().stream()
                .map(Manifest.Entry::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .toList();
    }

    static List<StoredRecord> records(BackupFile kept, String name) throws IOException {
        List<StoredRecord> records = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(kept.stream(name))) {
            for (Optional<StoredRecord> next = StoredRecord.read(in); next.isPresent(); next = StoredRecord.read(in)) {
                records.add(next.get());
            }
        }
        return records;
    }

    private static String text(BackupFile kept, String name) throws IOException {
        try (InputStream in = kept.stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(Optional<byte[]> bytes) {
        return bytes.map(some -> new String(some, StandardCharsets.UTF_8)).orElse("");
    }

    /** The topics, all of them read as far as they go, and the changelogs. */
    static void load(BackupFile kept, KafkaAddress kafka) throws Exception {
        try (Admin admin = Admin.create(kafka.adminProperties())) {
            admin.createTopics(names(kept, STATE).stream()
                            .map(name -> new NewTopic(name, Topic.PARTITIONS, (short) 1)
                                    .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "67108864")))
                            .toList())
                    .all()
                    .get();
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    kafka.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                for (String kind : List.of(Manifest.TOPICS, RESULTS, STATE)) {
                    for (String topic : names(kept, kind)) {
                        records(kept, kind + topic).forEach(record -> sent.add(producer.send(record.on(topic))));
                    }
                }
                for (Future<RecordMetadata> acknowledged : sent) {
                    acknowledged.get();
                }
            }
            Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
            ends(admin, Topics.facts().stream().map(Topic::name).toList())
                    .forEach((partition, end) -> read.put(partition, new OffsetAndMetadata(end)));
            admin.alterConsumerGroupOffsets(GROUP, read).all().get();
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, List<String> topics) throws Exception {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        topics.forEach(topic -> IntStream.range(0, Topic.PARTITIONS)
                .forEach(partition -> latest.put(new TopicPartition(topic, partition), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** A database as the release left it, with all topics read as far as they go. */
    static void load(BackupFile kept, KafkaAddress kafka, DatabaseAddress database) throws Exception {
        try (TableRows rows = TableRows.emptied(database)) {
            for (String name : names(kept, Manifest.TABLES)) {
                fill(rows, name, text(kept, Manifest.TABLES + name));
            }
            for (String name : names(kept, ROWS)) {
                String text = text(kept, ROWS + name);
                fill(rows, "freshlegs." + name, text.substring(text.indexOf('\n') + 1));
            }
            List<String> topics = new ArrayList<>(names(kept, RESULTS));
            topics.addAll(names(kept, Manifest.TOPICS));
            try (Admin admin = Admin.create(kafka.adminProperties())) {
                for (Map.Entry<TopicPartition, Long> end : ends(admin, topics).entrySet()) {
                    rows.run("insert into freshlegs.kafka_offset (topic, partition, next_offset) values ('"
                            + end.getKey().topic() + "', " + end.getKey().partition() + ", " + end.getValue() + ")");
                }
            }
            rows.commit();
        }
    }

    private static void fill(TableRows rows, String table, String lines) throws SQLException, IOException {
        rows.run("delete from " + table);
        rows.copyIn(table, new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    static long count(DatabaseAddress database, String from) throws SQLException {
        return Query.of(List.of("many"), "(select count(*) as many from " + from + ") counted")
                .ask(database)
                .rows()
                .get(0)
                .get(0)
                .asLong();
    }
}
