package freshlegs.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * All stores of the process share {@value #CACHE_BYTES} bytes beyond the heap, for blocks, their indices and filters, and write
 * buffers together, however many stores and athletes there are. Blocks are compressed on disk.
 */
public final class SharedMemory implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 80L * 1024 * 1024;
    private static final long WRITE_BUFFERS_BYTES = 40L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 4L * 1024 * 1024;

    /** How much a store takes at a time, small since there are as many stores as partitions times four. */
    private static final long ARENA_BYTES = 128L * 1024;

    private static final long BLOCK_BYTES = 16L * 1024;

    /** Merging is what stores cost most while much is read. */
    private static final int FILES_BEFORE_A_MERGE = 8;

    private static final double SHARE_FOR_INDICES = 0.2;

    static {
        RocksDB.loadLibrary();
    }

    private static final CompressionOptions PACKED_LIGHTLY =
            new CompressionOptions().setEnabled(true).setLevel(1);

    private static final Cache CACHE = new LRUCache(CACHE_BYTES, -1, false, SHARE_FOR_INDICES);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
        options.setArenaBlockSize(ARENA_BYTES);
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION);
        options.setBottommostCompressionOptions(PACKED_LIGHTLY);
        options.setLevel0FileNumCompactionTrigger(FILES_BEFORE_A_MERGE);
    }

    /** What is shared outlives every single store. */
    @Override
    public void close(String store, Options options) {}
}
