package freshlegs.bench;

import freshlegs.bench.board.BoardReader;
import freshlegs.bench.board.Squad;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.SameByCopy;
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
            Tables.Seen filled = Tables.of(station, database, squad, bench);
            bench.say("TABLES: " + filled);
            List<Figure> figures =
                    new ArrayList<>(filled(filled, squad, SameByCopy.of(database, station.folder("rows"))));
            Squad.dress(database);
            try (BoardReader reader = BoardReader.start(station.kafka(), database)) {
                figures.addAll(seen(reader.read(squad.athletes(), scale.drops()), "at the machine", squad, bench));
                reader.signIn(Squad.coach(database, squad.athletes(), BoardReader.EVENING));
                figures.addAll(seen(reader.read(squad.athletes(), scale.drops()), "signed in", squad, bench));
                figures.addAll(Consoles.measure(reader, squad, bench));
            }
            return List.copyOf(figures);
        }
    }

    private static List<Figure> filled(Tables.Seen seen, Histories squad, SameByCopy.Seen copied) {
        String condition = String.format(
                Locale.ROOT,
                "%.0f athlete-years in %.2f s, topics to tables, after %.2f s to start",
                squad.athleteYears(),
                seen.seconds(),
                seen.startSeconds());
        return List.of(
                Measure.FILLED.seen(squad.athleteYears() / seen.seconds(), condition),
                Measure.TO_COPY.seen(
                        copied.seconds() / seen.seconds(),
                        String.format(
                                Locale.ROOT,
                                "%d rows by COPY in %.2f s; %s",
                                copied.rows(),
                                copied.seconds(),
                                condition)));
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
                Measure.BOARD_P50.seen(seen.millis().of(0.50), condition),
                Measure.BOARD_P99.seen(seen.millis().of(0.99), condition),
                Measure.BOARD_SIZE.seen(
                        seen.bytes() / KILOBYTE,
                        squad.athletes() + " athletes, " + who + "; page, style, script and icon"));
    }
}
