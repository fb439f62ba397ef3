package freshlegs.bench;

import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.Tables;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.service.Station;
import java.util.List;
import java.util.Locale;

/** One athlete's long history from the topics into the tables of PostgreSQL. */
final class TenYears implements Benchmark.Way {
    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Histories one = new Histories(Scale.SEED, 1, bench.scale().daysOfOne());
        try (Station station = Station.open(one, Order.CHRONOLOGICAL)) {
            Tables.Seen seen = Tables.of(station, one, bench);
            bench.say("TEN YEARS: " + seen);
            String condition = String.format(
                    Locale.ROOT,
                    "%d days, %d facts; streams done after %.2f s; %.2f s to start",
                    one.days(),
                    one.facts(),
                    seen.streamsSeconds(),
                    seen.startSeconds());
            return List.of(Measure.TEN_YEARS.seen(seen.seconds(), condition));
        }
    }
}
