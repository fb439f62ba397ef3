package freshlegs.bench.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The worked plans of docs/capacity.md: what was measured, and what so many athletes need by it. */
public final class CapacityTable {
    private static final List<Long> ATHLETES = List.of(10_000L, 1_000_000L, 50_000_000L);
    private static final MathContext TWO = new MathContext(2);

    private final Costs costs;
    private final Habits habits;
    private final Limits limits;

    public CapacityTable(Costs costs, Habits habits, Limits limits) {
        this.costs = costs;
        this.habits = habits;
        this.limits = limits;
    }

    /** As Markdown, from the figures of docs/performance.md. */
    public static String of(String performance) {
        return new CapacityTable(Costs.from(performance), Habits.USUAL, Limits.USUAL).text();
    }

    String text() {
        return measured() + "\n" + plans();
    }

    private String measured() {
        return "| measured | | |\n|---|---:|---|\n"
                + line("facts in Kafka", costs.facts(), "KB an athlete-year")
                + line("results in Kafka", costs.results(), "KB an athlete-year")
                + line("changelogs in Kafka", costs.changelogs(), "KB an athlete-year")
                + line("stores of the streams", costs.state(), "KB an athlete-year")
                + line("tables with indices", costs.tables(), "KB an athlete-year")
                + line("recording in Kafka", costs.recordingOfFile(), "KB a file")
                + line("other records of a file, before compaction", costs.recordsOfFile(), "KB a file")
                + line("processor time, drop to row", costs.processorOfFile(), "ms a file")
                + line("restoring state from a changelog", costs.restore(), "MB/s");
    }

    private static String line(String what, double number, String unit) {
        return "| " + what + " | " + digits(number) + " | " + unit + " |\n";
    }

    private String plans() {
        return row("athletes", athletes -> String.format(Locale.ROOT, "%,d", athletes))
                + "|---|---:|---:|---:|\n"
                + need("files a second, mean", Need::filesASecond)
                + need("files a second, busiest hour", Need::peakFiles)
                + need("turns a second, busiest hour", Need::peakTurns)
                + need("processor cores, busiest hour", Need::cores)
                + need("written to Kafka's disks, busiest hour, MB/s", Need::logMegabytes)
                + need("originals, TB", Need::originals)
                + need("Kafka's disks, TB", Need::logs)
                + need("stores of the streams, once, TB", Need::state)
                + need("tables, TB", Need::tables)
                + cells("cells by processor", Cells::byProcessor)
                + cells("cells by state", Cells::byState)
                + cells("cells by tables", Cells::byTables)
                + cells("**cells**", Cells::count)
                + each("athletes of a cell", need -> (double) need.athletes())
                + each("processor cores of a cell", Need::cores)
                + each("Kafka's disks of a cell, TB", Need::logs)
                + each("state of a partition, GB", need -> need.state() * 1e3 / limits.partitions())
                + each("restoring a partition, minutes", this::minutesToRestore)
                + each("tables of a cell, GB", need -> need.tables() * 1e3);
    }

    private double minutesToRestore(Need need) {
        double changelog = need.state() * costs.changelogs() / costs.state() * 1e6 / limits.partitions();
        return changelog / costs.restore() / 60;
    }

    private String need(String what, Function<Need, Double> part) {
        return row(what, athletes -> digits(part.apply(Need.of(athletes, costs, habits))));
    }

    private String cells(String what, Function<Cells, Long> part) {
        return row(
                what,
                athletes -> String.valueOf(part.apply(Cells.of(Need.of(athletes, costs, habits), costs, limits))));
    }

    private String each(String what, Function<Need, Double> part) {
        return row(what, athletes -> {
            Need need = Need.of(athletes, costs, habits);
            return digits(part.apply(need) / Cells.of(need, costs, limits).count());
        });
    }

    private static String row(String what, Function<Long, String> cell) {
        return ATHLETES.stream().map(cell).collect(Collectors.joining(" | ", "| " + what + " | ", " |\n"));
    }

    private static String digits(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).round(TWO);
        return rounded.scale() < -2
                ? String.format(Locale.ROOT, "%,d", rounded.longValue())
                : rounded.stripTrailingZeros().toPlainString();
    }
}
