package freshlegs.bench;

import freshlegs.bench.micro.Folds;
import freshlegs.bench.micro.Timings;
import freshlegs.bench.report.Figure;
import java.util.List;

/** Single steps of the fold, with JMH. */
final class Micro implements Benchmark.Way {
    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        return Timings.of(Folds.class, bench.scale().isBrief());
    }
}
