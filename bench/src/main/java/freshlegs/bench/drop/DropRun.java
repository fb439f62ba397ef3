package freshlegs.bench.drop;

import freshlegs.app.folder.Instance;
import freshlegs.app.service.Rest;
import freshlegs.bench.drop.WatchFiles.WatchFile;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.service.FactTopics;
import freshlegs.bench.service.Scratch;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One run: athletes with a history each get a file of a new day in turn, {@code aSecond} files a second, and the day's trend row is
 * looked for until it is there.
 */
public record DropRun(int athletes, int files, int historyDays, int aSecond, List<String> javaOptions) {
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final long SEED = 1;

    private static final double NANOS_PER_MILLI = 1e6;

    /** When one file was dropped, taken in as whole, and seen in the trend row of its {@code day}, which is named {@code athlete/date}. */
    public record Seen(String day, Instant dropped, Instant taken, Instant arrived) {
        public double settleMillis() {
            return millis(dropped, taken);
        }

        public double latencyMillis() {
            return millis(taken, arrived);
        }

        private static double millis(Instant from, Instant to) {
            return Duration.between(from, to).toNanos() / NANOS_PER_MILLI;
        }
    }

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
        Pace pace = Pace.of(aSecond);
        for (WatchFile file : all) {
            pace.awaitTurn();
            drop(file, inbox, rows);
        }
    }

    /** Drops a recording whose row is looked for from now on. */
    public static void drop(WatchFile file, Path inbox, TrendRows rows) throws IOException {
        Instant now = drop(file.file(), inbox, file.athlete());
        rows.expect(file, "inbox/" + file.athlete() + "/" + file.file().getFileName(), now);
    }

    /** A file appears whole under its name, as it does when a sync program renames it; gives when. */
    public static Instant drop(Path file, Path inbox, AthleteId athlete) throws IOException {
        Path own = Files.createDirectories(inbox.resolve(athlete.value()));
        Path hidden = own.resolve("." + file.getFileName());
        Files.copy(file, hidden, StandardCopyOption.REPLACE_EXISTING);
        Instant now = Instant.now();
        Files.move(hidden, own.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        return now;
    }
}
