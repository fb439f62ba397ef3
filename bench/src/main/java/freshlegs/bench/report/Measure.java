package freshlegs.bench.report;

import java.util.Optional;

/** Everything that is measured, and its goal where there is one; {@code docs/performance.md} says the same. */
public enum Measure {
    REPLAY("replay, chronological", "athlete-years/s", Goal.atLeast(20)),
    SHUFFLED("replay, shuffled to chronological", "ratio", Goal.atLeast(0.7)),
    REVERSED("replay, reversed to chronological", "ratio", Goal.atLeast(0.5)),
    FACTS("facts folded", "facts/s"),
    TRIVIAL("facts through a trivial topology", "facts/s"),
    TO_TRIVIAL("facts folded to trivial topology", "ratio", Goal.atLeast(0.5)),
    TO_TRIVIAL_READING("facts folded to trivial topology that reads them", "ratio"),
    TEN_YEARS("ten years of one athlete, topics to tables", "s", Goal.atMost(3)),
    FILLED("replay into PostgreSQL", "athlete-years/s"),
    TO_COPY("replay into PostgreSQL to COPY of the same rows", "ratio"),
    COST("cost of an athlete-year", "ms"),
    LINEAR_IN_ATHLETES("deviation from linear, by athletes", "%", Goal.atMost(10)),
    LINEAR_IN_DAYS("deviation from linear, by days", "%", Goal.atMost(10)),
    STATE("state on disk of an athlete-year", "KB", Goal.atMost(1000)),
    CHANGELOG("changelog of an athlete-year", "KB"),
    RESTORE("restoring lost state, of a changelog", "MB/s"),
    FACT_TOPICS("facts of an athlete-year in Kafka", "KB"),
    RESULT_TOPICS("results of an athlete-year in Kafka", "KB"),
    TABLES("tables of an athlete-year", "KB"),
    FILE_CPU("processor time of a file, drop to row", "ms"),
    FILE_SPOOL("spool of a file", "KB"),
    FILE_RECORDING("recording of a file in Kafka", "KB"),
    FILE_LOG("other records of a file in Kafka", "KB"),
    BEYOND_HEAP("memory beyond the heap", "MiB", Goal.atMost(256)),
    DROP_P50("drop of a file to its trend row, p50", "ms", Goal.atMost(150)),
    DROP_P99("drop of a file to its trend row, p99", "ms", Goal.atMost(500)),
    SETTLE("until a file counts as whole, p50", "ms"),
    IMPORT("real files, from the hand to their outcomes", "files/s", Goal.atLeast(100)),
    IMPORT_BYTES("bytes of real files, from the hand to their outcomes", "MB/s"),
    IMPORT_ALLOCATION("allocated for each byte of a real file", "bytes"),
    IMPORT_HEAP("heap of the intake in use, at most", "MiB"),
    SUSTAINED("files a second that the product sustains", "files/s"),
    TO_ROW_P50("file to row, p50", "ms"),
    TO_ROW_P99("file to row, p99", "ms"),
    TO_ROW_P999("file to row, p99.9", "ms"),
    TO_ROW_STAGE("file to row, a stage", "ms"),
    TO_MESSAGE_P50("file to message, p50", "ms"),
    TO_MESSAGE_P99("file to message, p99", "ms"),
    TO_MESSAGE_P999("file to message, p99.9", "ms"),
    TO_MESSAGE_STAGE("file to message, a stage", "ms"),
    BOARD_P50("board of 300 athletes, p50", "ms"),
    BOARD_P99("board of 300 athletes, p99", "ms", Goal.atMost(100)),
    BOARD_SIZE("board of 300 athletes, first page over the line", "KB", Goal.atMost(200)),
    CONSOLE_RATE("pages under 50 readers at once", "pages/s"),
    CONSOLE_P50("page under 50 readers at once, p50", "ms"),
    CONSOLE_P99("page under 50 readers at once, p99", "ms"),
    CONSOLE_FAILED("pages under 50 readers at once that failed", "pages"),
    RUN("start of run until it is ready", "s"),
    RUN_CPU("processor time of a start of run", "s"),
    DEMO("start of demo until its squad is printed", "s"),
    DEMO_CPU("processor time of demo until its squad is printed", "s"),
    SEASON_DAY("fold of a dense day", "us"),
    HEART_RATE_AT_PACE("heart rate at pace of a run", "us"),
    SESSION("analysis of an hour's recording", "us"),
    STORED_DAY("encoding of a stored day", "us");

    private final String title;
    private final String unit;
    private final double bound;
    private final boolean isLeast;

    Measure(String title, String unit) {
        this(title, unit, new Goal(Double.NaN, false));
    }

    Measure(String title, String unit, Goal goal) {
        this.title = title;
        this.unit = unit;
        this.bound = goal.bound();
        this.isLeast = goal.isLeast();
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    public Optional<Goal> goal() {
        return Double.isNaN(bound) ? Optional.empty() : Optional.of(new Goal(bound, isLeast));
    }

    /** A number seen under a condition. */
    public Figure seen(double number, String condition) {
        return new Figure(this, number, condition);
    }
}
