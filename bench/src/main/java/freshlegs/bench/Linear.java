package freshlegs.bench;

import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.Replay;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Line;
import freshlegs.bench.report.Measure;
import freshlegs.bench.service.Program;
import freshlegs.bench.service.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether twice as many athletes, or days, cost twice as much. */
final class Linear implements Benchmark.Way {
    @Override
    public List<Figure> measure(Bench bench) throws InterruptedException {
        List<Figure> all = new ArrayList<>();
        Scale scale = bench.scale();
        List<Histories> byAthletes = scale.byAthletes().stream()
                .map(athletes -> new Histories(Scale.SEED, athletes, scale.replayDays()))
                .toList();
        line(bench, byAthletes, Measure.LINEAR_IN_ATHLETES, all);
        List<Histories> byDays = scale.byDays().stream()
                .map(days -> new Histories(Scale.SEED, scale.athletesOfDays(), days))
                .toList();
        line(bench, byDays, Measure.LINEAR_IN_DAYS, all);
        return all;
    }

    private static void line(Bench bench, List<Histories> sizes, Measure deviation, List<Figure> all)
            throws InterruptedException {
        double[] years = sizes.stream().mapToDouble(Histories::athleteYears).toArray();
        double[] seconds = new double[years.length];
        for (int i = 0; i < years.length; i++) {
            Histories size = sizes.get(i);
            try (Station station = Station.open(size, Order.CHRONOLOGICAL)) {
                Replay.Seen seen = Replay.of(Program.SEASON, station, size, bench);
                bench.say(size + ": " + seen);
                seconds[i] = seen.seconds();
                all.add(Measure.COST.seen(
                        1000 * seconds[i] / years[i],
                        size.athletes() + " athletes of " + size.days() + " days, " + seen.inWords()));
            }
        }
        Line line = Line.through(years, seconds);
        all.add(deviation.seen(
                line.worstPercent(years, seconds),
                String.format(Locale.ROOT, "%.2f s + %.4f s an athlete-year", line.offset(), line.slope())));
    }
}
