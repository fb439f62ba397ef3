package freshlegs.bench;

import freshlegs.bench.board.BoardReader;
import freshlegs.bench.board.Squad;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.Tables;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.service.Station;
import freshlegs.model.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The board of a large squad as a browser gets it: everybody's own history, folded and in the tables. */
final class Boards implements Benchmark.Way {
    private static final double KILOBYTE = 1000;

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Scale scale = bench.scale();
        Histories squad = new Histories(Scale.SEED, scale.boardAthletes(), scale.boardDays());
        try (Station station = Station.open(squad, Order.CHRONOLOGICAL)) {
            DatabaseAddress database = station.startDatabase();
            Tables.of(station, database, squad, bench);
            Squad.dress(database);
            List<Figure> figures = new ArrayList<>();
            try (BoardReader reader = BoardReader.start(station.kafka(), database)) {
                figures.addAll(seen(reader.read(squad.athletes(), scale.drops()), "at the machine", squad, bench));
                reader.signIn(Squad.coach(database, squad.athletes(), BoardReader.EVENING));
                figures.addAll(seen(reader.read(squad.athletes(), scale.drops()), "signed in", squad, bench));
            }
            return List.copyOf(figures);
        }
    }

    private static List<Figure> seen(BoardReader.Seen seen, String who, Histories squad, Bench bench) {
        bench.say("BOARD, " + who + ": " + seen);
        String condition = String.format(
                Locale.ROOT,
                "%d athletes with %d days, %s; whole page over loopback, packed, %d times after as many to warm up",
                squad.athletes(),
                squad.days(),
                who,
                bench.scale().drops());
        return List.of(
                Measure.BOARD_P50.seen(seen.quantile(0.50), condition),
                Measure.BOARD_P99.seen(seen.quantile(0.99), condition),
                Measure.BOARD_SIZE.seen(
                        seen.bytes() / KILOBYTE,
                        squad.athletes() + " athletes, " + who + "; page, style, script and icon"));
    }
}
