package freshlegs.bench;

import freshlegs.bench.facts.Histories;
import freshlegs.bench.latency.LatencyRun;
import freshlegs.bench.latency.LatencyRun.Phase;
import freshlegs.bench.latency.Stage;
import freshlegs.bench.latency.Way;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.report.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files until their row and until their message, when few come and when many do, and where the time goes. */
final class Latencies implements Benchmark.Way {
    private static final double MILLIS = 1000;

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Scale scale = bench.scale();
        Histories histories = new Histories(Scale.SEED, scale.droppers(), scale.historyDays());
        int files = scale.drops();
        LatencyRun run = new LatencyRun(
                histories,
                files / 4,
                Math.max(1, files / 5),
                Math.max(4, files / 2),
                Math.max(4, files * 3 / 2),
                bench.javaOptions());
        LatencyRun.Seen seen = run.run();
        List<Figure> all = new ArrayList<>();
        all.add(Measure.SUSTAINED.seen(
                seen.most(),
                String.format(
                        Locale.ROOT,
                        "%d files at once, one of %d with answers, between the first and the last tenth of the rows; %d athletes with %d days",
                        run.most(),
                        LatencyRun.ANSWERS_IN,
                        histories.athletes(),
                        histories.days())));
        add(seen.idle(), "idle", all);
        add(seen.loaded(), "at half of the most", all);
        return all;
    }

    private static void add(Phase phase, String when, List<Figure> all) {
        Quantile rows = totals(phase.rows());
        Quantile messages = totals(phase.messages());
        String ofRows = String.format(
                Locale.ROOT,
                "%s, %.1f files a second: %d recordings",
                when,
                phase.aSecond(),
                phase.rows().size());
        String ofMessages = String.format(
                Locale.ROOT,
                "%s: %d tables of answers; an alert stood for %d s",
                when,
                phase.messages().size(),
                LatencyRun.STANDS.toSeconds());
        all.add(Measure.TO_ROW_P50.seen(rows.of(0.5), ofRows));
        all.add(Measure.TO_ROW_P99.seen(rows.of(0.99), ofRows));
        all.add(Measure.TO_ROW_P999.seen(rows.of(0.999), ofRows));
        addStages(phase, phase.rows(), Measure.TO_ROW_STAGE, when, all);
        all.add(Measure.TO_MESSAGE_P50.seen(messages.of(0.5), ofMessages));
        all.add(Measure.TO_MESSAGE_P99.seen(messages.of(0.99), ofMessages));
        all.add(Measure.TO_MESSAGE_P999.seen(messages.of(0.999), ofMessages));
        addStages(phase, phase.messages(), Measure.TO_MESSAGE_STAGE, when, all);
    }

    /** Means, since only they add up. */
    private static void addStages(Phase phase, List<Way> ways, Measure measure, String when, List<Figure> all) {
        for (Stage stage : ways.get(0).millis().keySet()) {
            List<Double> millis = ways.stream()
                    .map(way -> way.millis().getOrDefault(stage, 0.0))
                    .toList();
            double mean =
                    millis.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            all.add(measure.seen(
                    mean,
                    String.format(
                            Locale.ROOT,
                            "%s: %s; p99 %.0f%s",
                            when,
                            stage.sentence(),
                            Quantile.in(millis).of(0.99),
                            ofIt(stage, phase))));
        }
    }

    /** What the product itself counts. */
    private static String ofIt(Stage stage, Phase phase) {
        int recordings = phase.rows().size();
        return switch (stage) {
            case DECODE -> String.format(Locale.ROOT, "; reading %.1f", phase.readingSeconds() * MILLIS / recordings);
            case SEASON -> String.format(Locale.ROOT, "; folding %.1f", phase.foldingSeconds() * MILLIS / recordings);
            default -> "";
        };
    }

    private static Quantile totals(List<Way> ways) {
        return Quantile.in(ways.stream().map(Way::total).toList());
    }
}
