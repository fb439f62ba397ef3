package freshlegs.bench.capacity;

import freshlegs.model.topic.Topic;

/**
 * What one installation (a cell) is to hold at most: one thread for each partition, which are fixed for ever; a partition's state that is
 * restored within {@code restoreSeconds} when no standby has it; and tables of so many gigabytes in one PostgreSQL.
 */
public record Limits(int partitions, double restoreSeconds, double tableGigabytes) {
    public static final Limits USUAL = new Limits(Topic.PARTITIONS, 3600, 2000);
}
