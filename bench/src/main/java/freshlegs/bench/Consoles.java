package freshlegs.bench;

import freshlegs.bench.board.BoardReader;
import freshlegs.bench.board.Throng;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.report.Figure;
import freshlegs.bench.report.Measure;
import freshlegs.bench.report.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** The pages of a large squad when many ask for them at once: everybody's board, and each athlete's own page. */
final class Consoles {
    private static final int READERS = 50;

    private Consoles() {}

    /** {@code reader} is signed in. */
    static List<Figure> measure(BoardReader reader, Histories squad, Bench bench) throws InterruptedException {
        Throng throng = new Throng(READERS, bench.scale().drops());
        List<Figure> figures = new ArrayList<>(seen(throng, reader, "board", n -> "/", squad, bench));
        figures.addAll(seen(
                throng,
                reader,
                "athlete page",
                n -> "/athletes/" + Histories.athlete(n % squad.athletes()),
                squad,
                bench));
        return figures;
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
