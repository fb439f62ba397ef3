package freshlegs.bench.capacity;

import freshlegs.bench.report.Measure;
import java.util.Arrays;
import java.util.List;

/**
 * What was measured, as docs/performance.md has it: kilobytes (1000 bytes) of an athlete-year of facts, results, changelogs, stores and
 * tables, kilobytes of a file's recording and of the other records it causes, processor milliseconds of a file, and how many megabytes
 * of a changelog are restored in a second.
 */
public record Costs(
        double facts,
        double results,
        double changelogs,
        double state,
        double tables,
        double recordingOfFile,
        double recordsOfFile,
        double processorOfFile,
        double restore) {
    private static final int SEEN = 4;

    /** {@code IllegalArgumentException} when the document lacks one of them; of several sizes the largest counts. */
    public static Costs from(String performance) {
        return new Costs(
                last(performance, Measure.FACT_TOPICS),
                last(performance, Measure.RESULT_TOPICS),
                last(performance, Measure.CHANGELOG),
                last(performance, Measure.STATE),
                last(performance, Measure.TABLES),
                last(performance, Measure.FILE_RECORDING),
                last(performance, Measure.FILE_LOG),
                last(performance, Measure.FILE_CPU),
                last(performance, Measure.RESTORE));
    }

    private static double last(String performance, Measure measure) {
        List<String> rows = performance
                .lines()
                .filter(line -> line.startsWith("| " + measure.title() + " |"))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no figure of: " + measure.title());
        }
        List<String> cells = Arrays.asList(rows.get(rows.size() - 1).split("\\|", -1));
        return Double.parseDouble(cells.get(SEEN).strip());
    }
}
