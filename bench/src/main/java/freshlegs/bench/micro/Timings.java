package freshlegs.bench.micro;

import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a class of JMH benchmarks in a process of its own. */
public final class Timings {
    private static final Map<String, Measure> MEASURES = Map.of(
            "seasonDay", Measure.SEASON_DAY,
            "heartRateAtPace", Measure.HEART_RATE_AT_PACE,
            "sessionAnalysis", Measure.SESSION,
            "storedDay", Measure.STORED_DAY);

    private Timings() {}

    /** With {@code brief}, just long enough to see that it works. */
    public static List<Figure> of(Class<?> benchmarks, boolean brief) throws RunnerException {
        return new Runner(options(benchmarks, brief))
                .run().stream().map(Timings::figure).toList();
    }

    private static Options options(Class<?> benchmarks, boolean brief) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName())
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC")
                .forks(1);
        return brief
                ? options.warmupIterations(1)
                        .warmupTime(TimeValue.milliseconds(200))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(200))
                        .build()
                : options.warmupIterations(5)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(10)
                        .measurementTime(TimeValue.seconds(1))
                        .build();
    }

    private static Figure figure(RunResult run) {
        Result<?> result = run.getPrimaryResult();
        Measure measure = Objects.requireNonNull(MEASURES.get(result.getLabel()));
        return measure.seen(result.getScore(), String.format(Locale.ROOT, "average of %d s", result.getSampleCount()));
    }
}
