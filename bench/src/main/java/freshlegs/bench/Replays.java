package freshlegs.bench;

import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.Replay;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.service.Program;
import freshlegs.bench.service.Station;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The same facts in three orders through the season, and in the first through topologies that do next to nothing. */
final class Replays implements Benchmark.Way {
    @Override
    public List<Figure> measure(Bench bench) throws InterruptedException {
        Histories histories = bench.scale().replay();
        Map<Order, Replay.Seen> season = new EnumMap<>(Order.class);
        Map<Program, Replay.Seen> trivial = new EnumMap<>(Program.class);
        for (Order order : Order.values()) {
            measure(bench, histories, order, season, trivial);
        }
        return figures(histories, season, trivial);
    }

    private static void measure(
            Bench bench,
            Histories histories,
            Order order,
            Map<Order, Replay.Seen> season,
            Map<Program, Replay.Seen> trivial)
            throws InterruptedException {
        try (Station station = Station.open(histories, order)) {
            season.put(order, Replay.of(Program.SEASON, station, histories, bench));
            bench.say(order + ": " + season.get(order));
            if (order == Order.CHRONOLOGICAL) {
                for (Program program : List.of(Program.TRIVIAL, Program.TRIVIAL_READING)) {
                    trivial.put(program, Replay.of(program, station, histories, bench));
                    bench.say(program + ": " + trivial.get(program));
                }
            }
        }
    }

    private static List<Figure> figures(
            Histories histories, Map<Order, Replay.Seen> season, Map<Program, Replay.Seen> trivial) {
        Replay.Seen chronological = seen(season, Order.CHRONOLOGICAL);
        Replay.Seen bytes = seen(trivial, Program.TRIVIAL);
        Replay.Seen reading = seen(trivial, Program.TRIVIAL_READING);
        String size =
                String.format(Locale.ROOT, "%.0f athlete-years, %d facts", histories.athleteYears(), histories.facts());
        List<Figure> all = new ArrayList<>();
        all.add(Measure.REPLAY.seen(
                histories.athleteYears() / chronological.seconds(), size + ", " + chronological.inWords()));
        all.add(Measure.SHUFFLED.seen(
                chronological.seconds() / seen(season, Order.SHUFFLED).seconds(),
                seen(season, Order.SHUFFLED).inWords()));
        all.add(Measure.REVERSED.seen(
                chronological.seconds() / seen(season, Order.REVERSED).seconds(),
                seen(season, Order.REVERSED).inWords()));
        all.add(Measure.FACTS.seen(histories.facts() / chronological.seconds(), size));
        all.add(Measure.TRIVIAL.seen(histories.facts() / bytes.seconds(), "bytes in, bytes out, " + bytes.inWords()));
        all.add(Measure.TO_TRIVIAL.seen(bytes.seconds() / chronological.seconds(), "bytes in, bytes out"));
        all.add(Measure.TO_TRIVIAL_READING.seen(
                reading.seconds() / chronological.seconds(), "the facts' own JSON, " + reading.inWords()));
        return all;
    }

    private static <K> Replay.Seen seen(Map<K, Replay.Seen> all, K key) {
        Replay.Seen seen = all.get(key);
        if (seen == null) {
            throw new IllegalStateException(key + " was not measured");
        }
        return seen;
    }
}
