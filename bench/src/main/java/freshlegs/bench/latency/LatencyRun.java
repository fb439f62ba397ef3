package freshlegs.bench.latency;

import freshlegs.app.folder.Instance;
import freshlegs.app.service.Rest;
import freshlegs.bench.drop.DropRun;
import freshlegs.bench.drop.Product;
import freshlegs.bench.drop.WatchFiles;
import freshlegs.bench.facts.Histories;
import freshlegs.bench.facts.Order;
import freshlegs.bench.latency.Site.Arrived;
import freshlegs.bench.service.FactTopics;
import freshlegs.bench.service.Scratch;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One run: athletes with a history hand over recordings of new days, and new ones answers of which somebody is told. After
 * {@code warmUp} files come {@code idle} of each kind, one a second; then {@code most} files at once, which show how many a second the
 * product sustains; then {@code loaded} files at half of that.
 */
public record LatencyRun(Histories histories, int warmUp, int idle, int most, int loaded, List<String> javaOptions) {
    /** How long an alert must stand here until it is told. */
    public static final Duration STANDS = Duration.ofSeconds(1);

    /** When many files come, one of so many is a table of answers. */
    public static final int ANSWERS_IN = 4;

    private static final Duration MOST = Duration.ofMinutes(10);
    private static final double WARM_UP_A_SECOND = 20;
    private static final double NANOS = 1e9;
    private static final int TENTH = 10;

    /** What files took that came so many a second; {@code counted} is what the product spent on them meanwhile. */
    public record Phase(
            double aSecond, List<Way> rows, List<Way> messages, double readingSeconds, double foldingSeconds) {
        public Phase {
            rows = List.copyOf(rows);
            messages = List.copyOf(messages);
        }
    }

    /** {@code most} is how many files a second the product sustains. */
    public record Seen(Phase idle, double most, Phase loaded) {}

    public Seen run() throws IOException, InterruptedException, SQLException {
        try (Scratch scratch = Scratch.create();
                ToldCoach coach = ToldCoach.listen();
                Product product = Product.start(
                        scratch.resolve("product"),
                        javaOptions,
                        List.of("--webhook", coach.address(), "--settle", STANDS.toSeconds() + "s"))) {
            Instance instance = product.instance();
            FactTopics.fill(instance.kafkaAddress(), histories, Order.CHRONOLOGICAL);
            var recordings = WatchFiles.simulate(
                    histories.seed(), histories.athletes(), warmUp + idle + most + loaded, scratch.resolve("squad"));
            if (!Rest.await(instance.kafkaAddress(), instance.database(), MOST)) {
                throw new IllegalStateException("the histories were not folded in time");
            }
            Feverish feverish = new Feverish(coach, product.inbox(), scratch.resolve("answers"));
            return run(instance, new Site(product, recordings.iterator(), feverish));
        }
    }

    private Seen run(Instance instance, Site site) throws IOException, InterruptedException, SQLException {
        URI metrics = instance.metrics().orElseThrow();
        try (Signposts signposts = Signposts.watch(instance.kafkaAddress())) {
            site.send(warmUp, ANSWERS_IN, WARM_UP_A_SECOND);
            Phase few = phase(site, signposts, metrics, 2 * idle, 2, 2);
            double sustained = aSecond(site.send(most, ANSWERS_IN, Double.POSITIVE_INFINITY));
            return new Seen(few, sustained, phase(site, signposts, metrics, loaded, ANSWERS_IN, sustained / 2));
        }
    }

    private static Phase phase(Site site, Signposts signposts, URI metrics, int files, int answersIn, double aSecond)
            throws IOException, InterruptedException, SQLException {
        Counted before = Counted.of(metrics);
        Arrived arrived = site.send(files, answersIn, aSecond);
        Counted counted = Counted.of(metrics).minus(before);
        return new Phase(
                aSecond,
                arrived.rows().stream().map(row -> way(row, signposts)).toList(),
                arrived.messages(),
                counted.reading(),
                counted.folding());
    }

    private static Way way(DropRun.Seen row, Signposts signposts) {
        Map<Stage, Instant> ends = new EnumMap<>(signposts.of(row.day()));
        ends.put(Stage.SETTLE, row.taken());
        ends.put(Stage.WRITE, row.arrived());
        return Way.of(row.dropped(), ends);
    }

    /** Files a second between the first and the last tenth of the rows. */
    private double aSecond(Arrived arrived) {
        List<Instant> rows =
                arrived.rows().stream().map(DropRun.Seen::arrived).sorted().toList();
        int skipped = rows.size() / TENTH;
        int between = Math.max(1, rows.size() - 1 - 2 * skipped);
        Duration took = Duration.between(rows.get(skipped), rows.get(rows.size() - 1 - skipped));
        double rowsASecond = between / Math.max(0.1, took.toNanos() / NANOS);
        return rowsASecond * most / rows.size();
    }
}
