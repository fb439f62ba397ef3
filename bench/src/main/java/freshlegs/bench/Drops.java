package freshlegs.bench;

import freshlegs.bench.drop.DropRun;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import java.util.List;
import java.util.Locale;

/** Files dropped into the inbox of the running product, and when their days stand in the table of trends. */
final class Drops implements Benchmark.Way {
    private static final int A_SECOND = 20;

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Scale scale = bench.scale();
        List<DropRun.Seen> seen =
                new DropRun(scale.droppers(), scale.drops(), scale.historyDays(), A_SECOND, bench.javaOptions()).run();
        double[] latencies =
                seen.stream().mapToDouble(DropRun.Seen::latencyMillis).sorted().toArray();
        double[] settling =
                seen.stream().mapToDouble(DropRun.Seen::settleMillis).sorted().toArray();
        String condition = String.format(
                Locale.ROOT,
                "%d files at %d a second of %d athletes with %d days",
                seen.size(),
                A_SECOND,
                scale.droppers(),
                scale.historyDays());
        return List.of(
                Measure.DROP_P50.seen(quantile(latencies, 0.50), condition),
                Measure.DROP_P99.seen(quantile(latencies, 0.99), condition),
                Measure.SETTLE.seen(
                        quantile(settling, 0.50), "not in the two above: it must have stood still for a second"));
    }

    /** The smallest that at least this share does not exceed. */
    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
