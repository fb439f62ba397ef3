package freshlegs.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.CompactionStyle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * The stores on this machine's disk while nobody is at work on them: written anew, so that what was deleted from them is in no file any
 * more. What they hold stays the same.
 */
public final class LocalStores {
    static {
        RocksDB.loadLibrary();
    }

    private LocalStores() {}

    /** Those of some partitions; answers how many there were. Whoever ends in the middle leaves all of them sound. */
    public static int rewrite(Path stateFolder, Set<Integer> partitions) {
        List<Path> stores = stores(stateFolder.resolve(StreamsProperties.APPLICATION), partitions);
        for (Path store : stores) {
            try {
                rewrite(store);
            } catch (RocksDBException e) {
                throw new IllegalStateException("the store " + store + " could not be written anew", e);
            }
        }
        return stores.size();
    }

    private static List<Path> stores(Path application, Set<Integer> partitions) {
        List<Path> stores = new ArrayList<>();
        try {
            for (Path task : list(application)) {
                String name = String.valueOf(task.getFileName());
                if (name.matches("\\d+_\\d+")
                        && partitions.contains(Integer.parseInt(name.substring(name.indexOf('_') + 1)))) {
                    stores.addAll(list(task.resolve("rocksdb")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the stores in " + application + " cannot be listed", e);
        }
        return stores;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    /** Opened once more, a store begins its list of files anew, which names the first and last key of each that there was. */
    private static void rewrite(Path store) throws RocksDBException {
        try (CompactRangeOptions whole =
                new CompactRangeOptions().setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized)) {
            open(store, (database, family) -> database.compactRange(family, null, null, whole));
            open(store, (database, family) -> {});
        }
    }

    /** Something to be done with each family of a store's keys. */
    @FunctionalInterface
    private interface Doing {
        void with(RocksDB database, ColumnFamilyHandle family) throws RocksDBException;
    }

    private static void open(Path store, Doing doing) throws RocksDBException {
        try (Options options = new Options();
                DBOptions opened = new DBOptions();
                ColumnFamilyOptions each = new ColumnFamilyOptions().setCompactionStyle(CompactionStyle.UNIVERSAL)) {
            List<ColumnFamilyDescriptor> families = RocksDB.listColumnFamilies(options, store.toString()).stream()
                    .map(name -> new ColumnFamilyDescriptor(name, each))
                    .toList();
            List<ColumnFamilyHandle> handles = new ArrayList<>();
            try (RocksDB database = RocksDB.open(opened, store.toString(), families, handles)) {
                for (ColumnFamilyHandle handle : handles) {
                    doing.with(database, handle);
                }
                handles.forEach(ColumnFamilyHandle::close);
            }
        }
    }
}
