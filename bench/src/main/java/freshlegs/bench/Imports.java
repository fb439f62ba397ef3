package freshlegs.bench;

import freshlegs.bench.intake.ImportRun;
import freshlegs.bench.intake.Imported;
import freshlegs.bench.intake.RealRuns;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Real histories through the intake alone, by all processors and by one. */
final class Imports implements Benchmark.Way {
    private static final double KILOBYTE = 1000;
    private static final double MEGABYTE = 1_000_000;
    private static final double MEBIBYTE = 1 << 20;
    private static final double MILLIS = 1000;

    /** One processor alone gets so much less to do. */
    private static final int SHARE_OF_ONE = 4;

    private static final List<String> ONE = List.of("-XX:ActiveProcessorCount=1");

    @Override
    public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
        List<Path> history = RealRuns.beside(bench.root());
        if (history.isEmpty()) {
            bench.say("import is left out: the real histories are not on this machine");
            return List.of();
        }
        int files = bench.scale().imports();
        List<Figure> figures = new ArrayList<>();
        try (ImportRun run = ImportRun.of(history, files)) {
            Imported all = run.run("all", files, bench.javaOptions());
            bench.say("IMPORT: " + all);
            figures.addAll(by("all processors", all));
            figures.addAll(ofMemory(all));
            int fewer = files / SHARE_OF_ONE;
            if (fewer > 0) {
                Imported one = run.run("one", fewer, bench.with(ONE).javaOptions());
                bench.say("IMPORT with one decoder: " + one);
                figures.addAll(by("one decoder, as on one processor", one));
            }
        }
        return figures;
    }

    private static List<Figure> by(String whom, Imported seen) {
        String condition = String.format(
                Locale.ROOT,
                "%s; %s; %.2f s, of which %.2f s until all were safe in the spool; %.1f ms of processor time a file",
                whom,
                what(seen),
                Imported.seconds(seen.elapsed()),
                Imported.seconds(seen.takenOver()),
                MILLIS * Imported.seconds(seen.processor()) / seen.files());
        return List.of(
                Measure.IMPORT.seen(seen.perSecond(), condition),
                Measure.IMPORT_BYTES.seen(seen.bytesPerSecond() / MEGABYTE, whom + "; " + what(seen)));
    }

    private static List<Figure> ofMemory(Imported seen) {
        return List.of(
                Measure.IMPORT_ALLOCATION.seen((double) seen.allocatedBytes() / seen.bytes(), what(seen)),
                Measure.IMPORT_HEAP.seen(seen.heapBytes() / MEBIBYTE, "after any collection; " + what(seen)));
    }

    private static String what(Imported seen) {
        return String.format(
                Locale.ROOT,
                "%d files of real runs, %.1f KB each",
                seen.files(),
                seen.bytes() / KILOBYTE / seen.files());
    }
}
