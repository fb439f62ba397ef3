package freshlegs.app.cli;

import freshlegs.app.service.Access;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.Record;
import org.apache.kafka.common.utils.BufferSupplier;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;
import org.rocksdb.SstFileReaderIterator;

/** Looks for words wherever bytes lie: in every record of the broker's files, in the stores' files, in rows, in all other files. */
final class Remains {
    private final Path data;
    private final Access access;
    private final List<String> words;

    Remains(Path data, Access access, String... words) {
        this.data = data;
        this.access = access;
        this.words = List.of(words);
    }

    /** Topics and changelogs of which a segment file, be it on its way out, holds a record with one of the words. */
    Set<String> inTheBrokersFiles() {
        Set<String> found = new TreeSet<>();
        for (Path file : files(data.resolve("kafka"), name -> name.matches(".*\\.(log|log\\.\\w+)"))) {
            String topic = folderOf(file);
            records(file).filter(this::speaks).findAny().ifPresent(some -> found.add(topic.replaceFirst("-\\d+$", "")));
        }
        files(data.resolve("kafka"), name -> true).stream()
                .filter(this::holds)
                .forEach(file -> found.add(folderOf(file) + "/" + file.getFileName()));
        return found;
    }

    /** All records of somebody's key, by topic, as bytes; what is written twice is the same. */
    Map<String, Set<String>> recordsOf(String athlete) {
        Map<String, Set<String>> records = new TreeMap<>();
        for (Path file : files(data.resolve("kafka"), name -> name.endsWith(".log"))) {
            String topic = folderOf(file);
            records(file).filter(text -> text.startsWith(athlete + "/")).forEach(text -> records.computeIfAbsent(
                            topic, unknown -> new TreeSet<>())
                    .add(text));
        }
        return records;
    }

    private static Stream<String> records(Path file) {
        List<String> texts = new ArrayList<>();
        try {
            FileRecords records = FileRecords.open(file.toFile(), false);
            try {
                for (var batch : records.batches()) {
                    try (var each = batch.streamingIterator(BufferSupplier.NO_CACHING)) {
                        each.forEachRemaining(record -> texts.add(text(record)));
                    }
                }
            } finally {
                records.closeHandlers();
            }
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stream();
    }

    private static String text(Record record) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        add(record.key(), all);
        all.write('\n');
        add(record.value(), all);
        for (Header header : record.headers()) {
            all.write('\n');
            all.writeBytes(header.value() == null ? new byte[0] : header.value());
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static void add(ByteBuffer part, ByteArrayOutputStream to) {
        if (part != null) {
            byte[] bytes = new byte[part.remaining()];
            part.duplicate().get(bytes);
            to.writeBytes(bytes);
        }
    }

    /** Stores of which a file holds one of the words in a key or a value. */
    Set<String> inTheStores() throws RocksDBException {
        Set<String> found = new TreeSet<>();
        for (Path file : files(data.resolve("streams"), name -> name.endsWith(".sst"))) {
            try (Options options = new Options();
                    ReadOptions asking = new ReadOptions();
                    SstFileReader reader = new SstFileReader(options)) {
                reader.open(file.toString());
                try (SstFileReaderIterator each = reader.newIterator(asking)) {
                    for (each.seekToFirst(); each.isValid(); each.next()) {
                        if (speaks(new String(each.key(), StandardCharsets.ISO_8859_1))
                                || speaks(new String(each.value(), StandardCharsets.ISO_8859_1))) {
                            found.add(folderOf(file));
                        }
                    }
                }
            }
        }
        return found;
    }

    /** All other files than the broker's, by name or by content; PostgreSQL's own are spoken of in the documentation. */
    Set<String> inOtherFiles() {
        Set<String> found = new TreeSet<>();
        for (Path file : files(data, name -> true)) {
            String name = data.relativize(file).toString();
            if (!name.matches("(kafka|postgres)/.*|.*\\.sst") && (speaks(name) || holds(file))) {
                found.add(name);
            }
        }
        return found;
    }

    private boolean holds(Path file) {
        try {
            return speaks(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables of which a row says one of the words. */
    Set<String> inTheTables() throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String word : words) {
            found.addAll(
                    EveryTable.rows(access.database(), "like '%" + word + "%'").keySet());
        }
        return found;
    }

    private static String folderOf(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private boolean speaks(String text) {
        return words.stream().anyMatch(text::contains);
    }

    private static List<Path> files(Path folder, Predicate<String> named) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> named.test(String.valueOf(file.getFileName())))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (UncheckedIOException | IOException e) {
            return files(folder, named);
        }
    }
}
