package freshlegs.bench.micro;

import freshlegs.bench.facts.SyntheticRecording;
import freshlegs.model.compact.Compact;
import freshlegs.model.fact.Recording;
import freshlegs.model.fact.Session;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import freshlegs.streams.session.SessionAnalysis;
import freshlegs.streams.trend.HeartRateAtPace;
import freshlegs.streams.trend.SteadyRun;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The steps that a day costs most of. Each works its way through a dense synthetic year. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // set up by JMH
public class Folds {
    private static final int FROM = 100;
    private static final Compact<SeasonDay> STORED = Compact.of(SeasonDay.class);

    private FoldedYear year;
    private List<List<SeasonDay>> recent;
    private List<SteadyRun> steadyRuns;
    private Recording recording;
    private int next;

    @Setup
    public void prepare() {
        year = FoldedYear.fold(1);
        recent = IntStream.range(0, year.days().size()).mapToObj(year::before).toList();
        steadyRuns = SteadyRuns.in(year);
        recording = SyntheticRecording.ofAnHour(1);
    }

    @Benchmark
    public SeasonDay seasonDay() {
        int day = turn(FROM, year.days().size());
        return Season.next(recent.get(day), year.facts().get(day), Rules.published());
    }

    @Benchmark
    public Optional<HeartRateAtPace> heartRateAtPace() {
        int run = turn(SteadyRuns.EARLIER, steadyRuns.size());
        return HeartRateAtPace.of(steadyRuns.get(run), steadyRuns.subList(run - SteadyRuns.EARLIER, run));
    }

    @Benchmark
    public Session sessionAnalysis() {
        return SessionAnalysis.of(recording);
    }

    @Benchmark
    public byte[] storedDay() {
        return STORED.write(year.days().get(turn(FROM, year.days().size())));
    }

    private int turn(int from, int end) {
        next = next < from || next + 1 >= end ? from : next + 1;
        return next;
    }
}
