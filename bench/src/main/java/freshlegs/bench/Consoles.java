package freshlegs.bench;

import freshlegs.bench.board.BoardReader;
import freshlegs.bench.board.Squad;
import freshlegs.bench.board.Throng;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.replay.Tables;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.report.Quantile;
import freshlegs.bench.service.Station;
import freshlegs.model.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** The pages of a large squad when many ask for them at once: everybody's board, and each athlete's own page. */
final class Consoles implements Benchmark.Way {
    private static final int READERS = 50;

    @Override
    public List<Figure> measure(Bench bench) throws Exception {
        Scale scale = bench.scale();
        Histories squad = new Histories(Scale.SEED, scale.boardAthletes(), scale.boardDays());
        Throng throng = new Throng(READERS, scale.drops());
        try (Station station = Station.open(squad, Order.CHRONOLOGICAL)) {
            DatabaseAddress database = station.startDatabase();
            Tables.of(station, database, squad, bench);
            Squad.dress(database);
            try (BoardReader reader = BoardReader.start(station.kafka(), database)) {
                reader.signIn(Squad.coach(database, squad.athletes(), BoardReader.EVENING));
                List<Figure> figures = new ArrayList<>();
                figures.addAll(seen(throng, reader, "board", n -> "/", squad, bench));
                figures.addAll(seen(
                        throng,
                        reader,
                        "athlete page",
                        n -> "/athletes/" + Histories.athlete(n % squad.athletes()),
                        squad,
                        bench));
                return List.copyOf(figures);
            }
        }
    }

    /** The first time warms up. */
    private static List<Figure> seen(
            Throng throng, BoardReader reader, String page, IntFunction<String> path, Histories squad, Bench bench)
            throws InterruptedException {
        Throng.Seen cold = throng.read(reader, path);
        Throng.Seen seen = throng.read(reader, path);
        bench.say("CONSOLE, " + page + ": " + seen.aSecond() + " a second, " + seen.failed() + " failed");
        String condition = String.format(
                Locale.ROOT,
                "%s of %d athletes with %d days, signed in; %d readers at once, %d pages after as many to warm up",
                page,
                squad.athletes(),
                squad.days(),
                throng.readers(),
                throng.requests());
        Quantile millis = Quantile.in(seen.millis());
        return List.of(
                Measure.CONSOLE_RATE.seen(seen.aSecond(), condition),
                Measure.CONSOLE_P50.seen(millis.of(0.50), condition),
                Measure.CONSOLE_P99.seen(millis.of(0.99), condition),
                Measure.CONSOLE_FAILED.seen(
                        (double) cold.failed() + seen.failed(), condition + ", which count here too"));
    }
}
