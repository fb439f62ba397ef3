package freshlegs.bench;

import freshlegs.bench.board.BoardReader;
import freshlegs.bench.board.Multiplied;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.Tables;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.service.Station;
import freshlegs.model.DatabaseAddress;
import java.util.List;
import java.util.Locale;

/** The board of a large squad as a browser gets it: folded histories of a few athletes in the tables, many times over. */
final class Boards implements Benchmark.Way {
    private static final int SQUAD = 300;
    private static final int MOST_FOLDED = 10;
    private static final double KILOBYTE = 1000;

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Scale scale = bench.scale();
        Histories few = new Histories(Scale.SEED, Math.min(MOST_FOLDED, scale.droppers()), scale.boardDays());
        try (Station station = Station.open(few, Order.CHRONOLOGICAL)) {
            DatabaseAddress database = station.startDatabase();
            Tables.of(station, database, few, bench);
            Multiplied.to(SQUAD, few.athletes(), database);
            BoardReader.Seen seen = BoardReader.read(database, SQUAD, scale.drops());
            bench.say("BOARD: " + seen);
            String condition = String.format(
                    Locale.ROOT,
                    "%d athletes with %d days; whole page over loopback, packed, %d times after as many to warm up",
                    SQUAD,
                    few.days(),
                    scale.drops());
            return List.of(
                    Measure.BOARD_P50.seen(seen.quantile(0.50), condition),
                    Measure.BOARD_P99.seen(seen.quantile(0.99), condition),
                    Measure.BOARD_SIZE.seen(
                            seen.bytes() / KILOBYTE, SQUAD + " athletes; page, style, script and icon"));
        }
    }
}
