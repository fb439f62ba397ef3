package freshlegs.bench.intake;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** What this process has allocated since, and the most that a collection left in use; told by the collections themselves. */
final class HeapWatch {
    private static final long LOOK_MILLIS = 10;

    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final long before = count();
    private long seen;
    private long collections;
    private long allocated;
    private long most;

    private HeapWatch() {}

    static HeapWatch begin() throws InterruptedException {
        HeapWatch watch = new HeapWatch();
        ManagementFactory.getGarbageCollectorMXBeans().forEach(each -> ((NotificationEmitter) each)
                .addNotificationListener((told, nothing) -> watch.note(told), null, null));
        watch.collect();
        watch.reset();
        return watch;
    }

    /** Everything until now is counted afterwards. */
    void collect() throws InterruptedException {
        System.gc();
        long all = count() - before;
        while (noted() < all) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    synchronized long allocatedBytes() {
        return allocated;
    }

    synchronized long mostBytes() {
        return most;
    }

    private synchronized void reset() {
        allocated = 0;
        most = 0;
    }

    private synchronized void note(Notification told) {
        if (told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var collection = GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
                    .getGcInfo();
            allocated += used(collection.getMemoryUsageBeforeGc()) - seen;
            seen = used(collection.getMemoryUsageAfterGc());
            most = Math.max(most, seen);
            collections++;
        }
    }

    private long used(Map<String, MemoryUsage> usage) {
        return usage.entrySet().stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private synchronized long noted() {
        return collections;
    }

    private static long count() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
