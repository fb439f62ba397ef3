package freshlegs.bench.drop;

import freshlegs.app.folder.Instance;
import freshlegs.app.service.Rest;
import freshlegs.bench.drop.WatchFiles.WatchFile;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.service.FactTopics;
import freshlegs.bench.service.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run: athletes with a history each get a file of a new day in turn, {@code aSecond} files a second, and the day's trend row is
 * looked for until it is there.
 */
public record DropRun(int athletes, int files, int historyDays, int aSecond, List<String> javaOptions) {
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final long SEED = 1;

    /**
     * What one file took: {@code settleMillis} from the drop until it was taken in as whole, {@code latencyMillis} from there to its
     * trend row.
     */
    public record Seen(double settleMillis, double latencyMillis) {}

    public List<Seen> run() throws IOException, InterruptedException, SQLException {
        try (Scratch scratch = Scratch.create();
                Product product = Product.start(scratch.resolve("product"), javaOptions)) {
            Instance instance = product.instance();
            FactTopics.fill(instance.kafkaAddress(), new Histories(SEED, athletes, historyDays), Order.CHRONOLOGICAL);
            List<WatchFile> all = WatchFiles.simulate(SEED, athletes, files, scratch.resolve("squad"));
            if (!Rest.await(instance.kafkaAddress(), instance.database(), MOST)) {
                throw new IllegalStateException("the histories were not folded in time");
            }
            try (TrendRows rows = TrendRows.watch(instance.database())) {
                dropAll(all, product.inbox(), aSecond, rows);
                return rows.await(MOST);
            }
        }
    }

    static void dropAll(List<WatchFile> all, Path inbox, int aSecond, TrendRows rows)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < all.size(); i++) {
            long due = began + i * TimeUnit.SECONDS.toNanos(1) / aSecond;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            drop(all.get(i), inbox, rows);
        }
    }

    /** A file appears whole under its name, as it does when a sync program renames it. */
    private static void drop(WatchFile file, Path inbox, TrendRows rows) throws IOException {
        Path own = Files.createDirectories(inbox.resolve(file.athlete().value()));
        Path name = own.resolve(file.file().getFileName());
        Path hidden = own.resolve("." + file.file().getFileName());
        Files.copy(file.file(), hidden, StandardCopyOption.REPLACE_EXISTING);
        rows.expect(file, "inbox/" + file.athlete() + "/" + name.getFileName(), Instant.now());
        Files.move(hidden, name, StandardCopyOption.ATOMIC_MOVE);
    }
}
