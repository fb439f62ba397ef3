package freshlegs.bench.service;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The memory of this process in bytes. {@code mostResident} is its highest resident size (0 where the system does not say),
 * {@code heap} the heap committed, {@code runtime} metaspace, classes and compiled code, {@code blockCache} the block cache that all
 * stores share with their index blocks and write buffers, {@code writeBuffers} the latter alone, {@code tableReaders} what
 * RocksDB holds outside of that cache.
 */
public record Memory(
        long mostResident, long heap, long runtime, long blockCache, long writeBuffers, long tableReaders) {
    private static final long KIBIBYTE = 1024;

    static Memory ofThisProcess() {
        return new Memory(
                mostResidentBytes(),
                pools(MemoryType.HEAP),
                pools(MemoryType.NON_HEAP),
                stores("block-cache-usage").stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0),
                stores("size-all-mem-tables").stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                stores("estimate-table-readers-mem").stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** What is resident besides the heap, if the heap was all resident from the start. */
    public long beyondHeap() {
        return Math.max(0, mostResident - heap);
    }

    private static long mostResidentBytes() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
            return lines.stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBIBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long pools(MemoryType type) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == type)
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getCommitted())
                .sum();
    }

    /** One of RocksDB's own numbers, store by store, as Kafka Streams publishes them. */
    private static List<Long> stores(String attribute) {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        try {
            return server.queryNames(new ObjectName("kafka.streams:type=stream-state-metrics,*"), null).stream()
                    .map(store -> number(server, store, attribute))
                    .toList();
        } catch (JMException e) {
            throw new IllegalStateException("no numbers of the stores", e);
        }
    }

    private static long number(MBeanServer server, ObjectName store, String attribute) {
        try {
            return server.getAttribute(store, attribute) instanceof Number number ? number.longValue() : 0;
        } catch (JMException e) {
            return 0;
        }
    }
}
