package freshlegs.bench;

import freshlegs.bench.report.Figure;
import java.util.List;

/** One thing to measure, by the word that {@code --only} takes. */
record Benchmark(String word, Way way) {
    static final List<Benchmark> ALL = List.of(
            new Benchmark("replay", new Replays()),
            new Benchmark("ten-years", new TenYears()),
            new Benchmark("linear", new Linear()),
            new Benchmark("footprint", new Footprint()),
            new Benchmark("growth", new Growth()),
            new Benchmark("drop", new Drops()),
            new Benchmark("import", new Imports()),
            new Benchmark("latency", new Latencies()),
            new Benchmark("board", new Boards()),
            new Benchmark("start", new Starts()),
            new Benchmark("micro", new Micro()));

    /** How it is measured. */
    interface Way {
        List<Figure> measure(Bench bench) throws Exception;
    }

    List<Figure> measure(Bench bench) throws Exception {
        return way.measure(bench);
    }
}
