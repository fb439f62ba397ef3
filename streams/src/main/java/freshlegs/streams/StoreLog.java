package freshlegs.streams;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StandbyUpdateListener;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how a store came to be complete: by a warm copy that was taken over, or by records read from its changelog. */
final class StoreLog implements StateRestoreListener, StandbyUpdateListener {
    private static final Logger LOG = LoggerFactory.getLogger(StoreLog.class);

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long end) {}

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long to, long records) {}

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long records) {
        if (records > 0) {
            LOG.info(
                    "store {} of partition {} is complete, {} records were read",
                    store,
                    changelog.partition(),
                    records);
        }
    }

    @Override
    public void onUpdateStart(TopicPartition changelog, String store, long from) {}

    @Override
    public void onBatchLoaded(
            TopicPartition changelog, String store, TaskId task, long to, long records, long currentEnd) {}

    @Override
    public void onUpdateSuspended(
            TopicPartition changelog, String store, long at, long currentEnd, SuspendReason reason) {
        if (reason == SuspendReason.PROMOTED) {
            LOG.info("store {} of partition {} is taken over from a warm copy", store, changelog.partition());
        }
    }
}
