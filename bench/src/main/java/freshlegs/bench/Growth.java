package freshlegs.bench;

import freshlegs.bench.drop.GrowthRun;
import freshlegs.bench.drop.Processors;
import freshlegs.bench.drop.Sizes;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an athlete-year and a file cost the whole product, from which the arithmetic of docs/capacity.md starts. */
final class Growth implements Benchmark.Way {
    private static final int A_SECOND = 10;
    private static final double KILOBYTE = 1000;
    private static final double MEGABYTE = 1_000_000;

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Scale scale = bench.scale();
        int files = scale.drops() / 2;
        Histories histories = new Histories(Scale.SEED, scale.growth(), scale.replayDays());
        GrowthRun.Seen seen =
                new GrowthRun(histories, scale.drops() - files, files, A_SECOND, bench.javaOptions()).run();
        bench.say("GROWTH: " + seen);
        List<Figure> all = new ArrayList<>();
        addHistory(histories, seen, all);
        addFiles(files, seen, all);
        return all;
    }

    private static void addHistory(Histories histories, GrowthRun.Seen seen, List<Figure> all) {
        Sizes sizes = seen.history();
        double years = histories.athleteYears();
        String condition = String.format(Locale.ROOT, "%.0f athlete-years of facts without files", years);
        all.add(Measure.FACT_TOPICS.seen(sizes.facts() / KILOBYTE / years, condition));
        all.add(Measure.RESULT_TOPICS.seen(sizes.results() / KILOBYTE / years, condition + ", before any compaction"));
        all.add(Measure.TABLES.seen(sizes.tables() / KILOBYTE / years, condition + ", with indices"));
        if (seen.restoreSeconds() > 0) {
            double megabytes = (sizes.changelogs() + seen.files().changelogs()) / MEGABYTE;
            all.add(Measure.RESTORE.seen(
                    megabytes / seen.restoreSeconds(),
                    String.format(
                            Locale.ROOT,
                            "%.0f MB in %.1f s, by which a start without the folder of the stores takes longer than that of an empty product",
                            megabytes,
                            seen.restoreSeconds())));
        }
    }

    private static void addFiles(int files, GrowthRun.Seen seen, List<Figure> all) {
        Sizes sizes = seen.files();
        String condition = String.format(
                Locale.ROOT,
                "%d simulated files of %.1f KB at %d a second, after as many to warm up",
                files,
                seen.originals() / KILOBYTE / files,
                A_SECOND);
        Processors used = seen.processors();
        if (!used.all().isZero()) {
            all.add(Measure.FILE_CPU.seen(
                    (double) used.all().toMillis() / files,
                    String.format(
                            Locale.ROOT,
                            "product %.1f, broker %.1f, database %s; %s",
                            (double) used.product().toMillis() / files,
                            (double) used.broker().toMillis() / files,
                            used.database().isZero()
                                    ? "not seen"
                                    : String.format(
                                            Locale.ROOT,
                                            "%.1f",
                                            (double) used.database().toMillis() / files),
                            condition)));
        }
        all.add(Measure.FILE_SPOOL.seen(sizes.spool() / KILOBYTE / files, condition));
        all.add(Measure.FILE_RECORDING.seen(sizes.recordings() / KILOBYTE / files, condition));
        long others = sizes.facts() + sizes.results() + sizes.changelogs();
        all.add(Measure.FILE_LOG.seen(
                others / KILOBYTE / files, "facts, results and changelogs before any compaction; " + condition));
    }
}
