package freshlegs.bench;

import freshlegs.bench.drop.DropRun;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.report.Quantile;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Files dropped into the inbox of the running product, and when their days stand in the table of trends. */
final class Drops implements Benchmark.Way {
    private static final int A_SECOND = 20;

    /** Of so many files the first one is not counted but told apart: a fresh process is still being compiled. */
    private static final int WARM_UP_SHARE = 4;

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Scale scale = bench.scale();
        List<DropRun.Seen> all =
                new DropRun(scale.droppers(), scale.drops(), scale.historyDays(), A_SECOND, bench.javaOptions()).run();
        int first = all.size() / WARM_UP_SHARE;
        List<DropRun.Seen> seen = all.subList(first, all.size());
        Quantile latencies = quantiles(seen, DropRun.Seen::latencyMillis);
        Quantile settling = quantiles(seen, DropRun.Seen::settleMillis);
        String condition = String.format(
                Locale.ROOT,
                "%d files at %d a second of %d athletes with %d days%s",
                seen.size(),
                A_SECOND,
                scale.droppers(),
                scale.historyDays(),
                beforehand(all.subList(0, first)));
        return List.of(
                Measure.DROP_P50.seen(latencies.of(0.50), condition),
                Measure.DROP_P99.seen(latencies.of(0.99), condition),
                Measure.SETTLE.seen(settling.of(0.50), "not in the two above: it must have stood still for a second"));
    }

    private static String beforehand(List<DropRun.Seen> cold) {
        if (cold.isEmpty()) {
            return "";
        }
        Quantile latencies = quantiles(cold, DropRun.Seen::latencyMillis);
        return String.format(
                Locale.ROOT,
                "; the %d before them, in a process just started: p50 %.0f, p99 %.0f",
                cold.size(),
                latencies.of(0.50),
                latencies.of(0.99));
    }

    private static Quantile quantiles(List<DropRun.Seen> seen, Function<DropRun.Seen, Double> part) {
        return Quantile.in(seen.stream().map(part).toList());
    }
}
