package freshlegs.bench.latency;

import freshlegs.bench.drop.DropRun;
import freshlegs.bench.drop.Pace;
import freshlegs.bench.drop.Product;
import freshlegs.bench.drop.TrendRows;
import freshlegs.bench.drop.WatchFiles.WatchFile;
import freshlegs.model.DatabaseAddress;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** A product at work that is handed recordings of days with a row to come, and answers with a message to come. */
record Site(Product product, Iterator<WatchFile> recordings, Feverish feverish) {
    private static final Duration MOST = Duration.ofMinutes(10);

    /** What has arrived, in the order in which it was dropped. */
    record Arrived(List<DropRun.Seen> rows, List<Way> messages) {}

    /** Every {@code answersIn}-th file is one of answers; returns when each has its row or its message. */
    Arrived send(int files, int answersIn, double aSecond) throws IOException, InterruptedException, SQLException {
        DatabaseAddress database = product.instance().database();
        try (TrendRows rows = TrendRows.watch(database)) {
            Pace pace = Pace.of(aSecond);
            for (int i = 1; i <= files; i++) {
                pace.awaitTurn();
                if (i % answersIn == 0) {
                    feverish.dropNext();
                } else {
                    DropRun.drop(recordings.next(), product.inbox(), rows);
                }
            }
            return new Arrived(rows.await(MOST), feverish.await(database, MOST));
        }
    }
}
