package freshlegs.app.metrics;

import java.util.List;

/** What is looked up when somebody asks for the metrics, because it tells nobody of itself as it changes. */
interface Look extends AutoCloseable {
    /** Where it looks, in a word. */
    String source();

    /** What it tells; while the source is away none of it is shown. */
    List<Metric> tells();

    void take(Readings readings) throws Exception;

    @Override
    default void close() {}
}
