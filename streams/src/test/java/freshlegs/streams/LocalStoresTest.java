package freshlegs.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class LocalStoresTest {
    private static final String HER = "zoe-who-has-left";

    private final Path state;

    LocalStoresTest(@TempDir Path folder) {
        state = folder;
        RocksDB.loadLibrary();
    }

    @Test
    void what_was_deleted_is_in_no_file_of_the_partition_and_what_stays_is_as_it_was() throws Exception {
        Path hers = store("1_3");
        Path others = store("1_4");
        assertThat(isInAFileOf(hers)).isTrue();

        assertThat(LocalStores.rewrite(state, Set.of(3))).isEqualTo(1);

        assertThat(isInAFileOf(hers)).isFalse();
        assertThat(isInAFileOf(others)).as("another partition").isTrue();
        try (Options options = new Options();
                RocksDB store = RocksDB.openReadOnly(options, hers.toString())) {
            assertThat(store.get("bob".getBytes(UTF_8))).isEqualTo("runs".getBytes(UTF_8));
            assertThat(store.get(HER.getBytes(UTF_8))).isNull();
        }
    }

    @Test
    void where_nothing_was_ever_stored_there_is_nothing_to_do() {
        assertThat(LocalStores.rewrite(state.resolve("nowhere"), Set.of(3))).isZero();
    }

    /** As one looks in which something was told, kept in a file, and deleted. */
    private Path store(String task) throws Exception {
        Path folder = Files.createDirectories(
                state.resolve(StreamsProperties.APPLICATION).resolve(task).resolve("rocksdb/facts"));
        try (Options options = new Options()
                        .setCreateIfMissing(true)
                        .setCompressionType(CompressionType.NO_COMPRESSION)
                        .setDisableAutoCompactions(true);
                RocksDB store = RocksDB.open(options, folder.toString())) {
            store.put(HER.getBytes(UTF_8), "ran".getBytes(UTF_8));
            store.put("bob".getBytes(UTF_8), "runs".getBytes(UTF_8));
            flush(store);
            store.delete(HER.getBytes(UTF_8));
            flush(store);
        }
        return folder;
    }

    private static void flush(RocksDB store) throws RocksDBException {
        try (FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
            store.flush(flush);
        }
    }

    private static boolean isInAFileOf(Path store) throws Exception {
        try (Stream<Path> files = Files.list(store)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(HER)) {
                    return true;
                }
            }
        }
        return false;
    }
}
