package freshlegs.app.chaos;

import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A squad's season that comes into the drop folder file by file at a steady pace: by day, with some files late and some handed
 * over twice under another name. The same seed gives the same files in the same order.
 */
final class AStreamingSeason implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AStreamingSeason.class);
    private static final long AGAIN_MILLIS = 500;
    private static final long LOOK_MILLIS = 20;
    private static final int FEWEST_DAYS = 28;
    private static final int LATE_PERCENT = 10;
    private static final int LATEST_PLACES = 60;
    private static final int TWICE_PERCENT = 3;

    private List<Hand> hands;
    private final Path inbox;
    private final Duration pace;
    private final Thread dropping = new Thread(this::drop, "season");
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile double share = 1;
    private volatile boolean closing;

    /** One file handed over under a name. */
    private record Hand(Path file, String athlete, String name, boolean again) {}

    private AStreamingSeason(List<Hand> hands, Path inbox, Duration pace) {
        this.hands = hands;
        this.inbox = inbox;
        this.pace = pace;
    }

    /** Begins a season that lasts at least so long and ends today. */
    static AStreamingSeason begin(long seed, Path files, Path inbox, Duration length, Duration pace)
            throws IOException {
        int wanted = (int) (length.toMillis() / pace.toMillis()) + 1;
        int days = FEWEST_DAYS;
        List<Hand> hands = simulate(seed, files, days);
        while (hands.size() < wanted) {
            days = days * wanted / hands.size() + 7;
            hands = simulate(seed, files, days);
        }
        AStreamingSeason season = new AStreamingSeason(hands, inbox, pace);
        season.dropping.setDaemon(true);
        season.dropping.start();
        return season;
    }

    private static List<Hand> simulate(long seed, Path files, int days) throws IOException {
        Path out = files.resolve(days + "-days");
        Simulator.write(new Simulation(seed, 3, days, LocalDate.now(ZoneOffset.UTC)), out);
        return inOrderOfArrival(seed, out);
    }

    int files() {
        return hands.size();
    }

    /** No more than this share of the files until told otherwise, so that something is left for what comes later. */
    void waitAt(double share) {
        this.share = share;
    }

    /** How many are handed over a second time. */
    long twice() {
        return hands.stream().filter(Hand::again).count();
    }

    int dropped() {
        return dropped.get();
    }

    List<String> paths() {
        return hands.stream()
                .map(hand -> "inbox/" + hand.athlete + "/" + hand.name)
                .sorted()
                .toList();
    }

    /** No more files from here on. */
    void end() throws InterruptedException {
        closing = true;
        dropping.join();
        hands = hands.subList(0, dropped());
    }

    void awaitEnd() throws InterruptedException {
        dropping.join();
    }

    @Override
    public void close() {
        closing = true;
    }

    private static List<Hand> inOrderOfArrival(long seed, Path out) throws IOException {
        Random random = new Random(seed);
        List<Hand> byDay = new ArrayList<>();
        try (Stream<Path> all = Files.walk(out)) {
            all.filter(file -> file.getNameCount() == out.getNameCount() + 2)
                    .sorted(Comparator.comparing(AStreamingSeason::day).thenComparing(Path::toString))
                    .forEach(file -> byDay.add(new Hand(
                            file,
                            file.getParent().getFileName().toString(),
                            file.getFileName().toString(),
                            false)));
        }
        List<Hand> arriving = new ArrayList<>(byDay);
        for (Hand hand : byDay) {
            if (random.nextInt(100) < LATE_PERCENT) {
                int place = arriving.indexOf(hand);
                arriving.remove(place);
                arriving.add(Math.min(arriving.size(), place + random.nextInt(LATEST_PLACES)), hand);
            }
            if (hand.name.endsWith(".fit") && random.nextInt(100) < TWICE_PERCENT) {
                arriving.add(
                        Math.min(arriving.size(), arriving.indexOf(hand) + 1 + random.nextInt(LATEST_PLACES)),
                        new Hand(hand.file, hand.athlete, "again-" + hand.name, true));
            }
        }
        return List.copyOf(arriving);
    }

    /** The digits of the day in a file's name; the table of check-ins comes last. */
    private static String day(Path file) {
        String digits = file.getFileName().toString().replaceAll("\\D", "");
        return digits.length() < 8 ? "9" : digits.substring(0, 8);
    }

    private void drop() {
        long begin = System.nanoTime();
        try {
            for (Hand hand : hands) {
                if (closing) {
                    return;
                }
                begin += nanosWaited();
                long due = begin + dropped.get() * pace.toNanos();
                Thread.sleep(
                        Math.max(0, Duration.ofNanos(due - System.nanoTime()).toMillis()));
                if (dropOnceThereIsRoom(hand)) {
                    dropped.incrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long it took until the next file was allowed. */
    private long nanosWaited() throws InterruptedException {
        long since = System.nanoTime();
        while (!closing && dropped.get() >= share * hands.size()) {
            Thread.sleep(LOOK_MILLIS);
        }
        return System.nanoTime() - since;
    }

    /** As a person does whose disk is full: again later. */
    private boolean dropOnceThereIsRoom(Hand hand) throws InterruptedException {
        while (!closing) {
            try {
                drop(hand);
                return true;
            } catch (IOException e) {
                LOG.info("{} cannot be copied: {}", hand.name, e.getMessage());
                Thread.sleep(AGAIN_MILLIS);
            }
        }
        return false;
    }

    private void drop(Hand hand) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(hand.athlete));
        Path arriving = folder.resolve("." + hand.name);
        Files.copy(hand.file, arriving, StandardCopyOption.REPLACE_EXISTING);
        Files.move(arriving, folder.resolve(hand.name), StandardCopyOption.ATOMIC_MOVE);
    }
}
