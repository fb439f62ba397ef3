package freshlegs.bench.drop;

import freshlegs.app.folder.Instance;
import freshlegs.app.service.Rest;
import freshlegs.bench.drop.WatchFiles.WatchFile;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.service.FactTopics;
import freshlegs.bench.service.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * What a history and then files add to everything that a running product keeps, what processor time the files take, and how long a
 * start takes longer that must restore all state.
 */
public record GrowthRun(Histories histories, int warmUp, int files, int aSecond, List<String> javaOptions) {
    private static final Duration MOST = Duration.ofMinutes(20);

    /** {@code history} is what the histories added, {@code files} what the files did. */
    public record Seen(Sizes history, Sizes files, long originals, Processors processors, double restoreSeconds) {
        private Seen restoredIn(double seconds) {
            return new Seen(history, files, originals, processors, seconds);
        }
    }

    public Seen run() throws IOException, InterruptedException, SQLException {
        try (Scratch scratch = Scratch.create()) {
            Path root = scratch.resolve("product");
            Product.start(root, javaOptions).close();
            double empty = secondsToRestore(root);
            Seen seen;
            try (Product product = Product.start(root, javaOptions)) {
                seen = run(product, scratch.resolve("squad"));
            }
            return seen.restoredIn(Math.max(0, secondsToRestore(root) - empty));
        }
    }

    private Seen run(Product product, Path squad) throws IOException, InterruptedException, SQLException {
        Sizes empty = Sizes.of(product);
        FactTopics.fill(product.instance().kafkaAddress(), histories, Order.CHRONOLOGICAL);
        rest(product);
        Sizes filled = Sizes.of(product);
        List<WatchFile> all = WatchFiles.simulate(histories.seed(), histories.athletes(), warmUp + files, squad);
        drop(all.subList(0, warmUp), product);
        Sizes before = Sizes.of(product);
        Processors processors = product.processors();
        List<WatchFile> measured = all.subList(warmUp, warmUp + files);
        drop(measured, product);
        return new Seen(
                filled.minus(empty),
                Sizes.of(product).minus(before),
                measured.stream()
                        .mapToLong(file -> file.file().toFile().length())
                        .sum(),
                product.processors().minus(processors),
                0);
    }

    private void drop(List<WatchFile> some, Product product) throws IOException, InterruptedException, SQLException {
        if (some.isEmpty()) {
            return;
        }
        try (TrendRows rows = TrendRows.watch(product.instance().database())) {
            DropRun.dropAll(some, product.inbox(), aSecond, rows);
            rows.await(MOST);
        }
        rest(product);
    }

    private static void rest(Product product) throws InterruptedException, SQLException {
        Instance instance = product.instance();
        if (!Rest.await(instance.kafkaAddress(), instance.database(), MOST)) {
            throw new IllegalStateException("the pipeline did not come to rest in time");
        }
    }

    /** How long a start takes without the folder of the stores. */
    private double secondsToRestore(Path root) throws IOException, InterruptedException {
        new Scratch(root.resolve("data/streams")).close();
        long began = System.nanoTime();
        Product product = Product.start(root, javaOptions);
        double seconds = (System.nanoTime() - began) / 1e9;
        product.close();
        return seconds;
    }
}
