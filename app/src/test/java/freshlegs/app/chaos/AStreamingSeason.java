package freshlegs.app.chaos;

import freshlegs.app.simulate.Simulation;
import freshlegs.app.simulate.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/**
 * A squad's season that comes into the drop folder file by file at a steady pace: by day, with some files late and some handed
 * over twice under another name. The same seed gives the same files in the same order.
 */
final class AStreamingSeason implements AutoCloseable {
    private static final int LATE_PERCENT = 10;
    private static final int LATEST_PLACES = 60;
    private static final int TWICE_PERCENT = 3;

    private final List<Hand> hands;
    private final Path inbox;
    private final Duration pace;
    private final Thread dropping = new Thread(this::drop, "season");
    private final AtomicInteger dropped = new AtomicInteger();
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
        List<Hand> hands = List.of();
        for (int days = 28; hands.size() < wanted; days += 7) {
            Path out = files.resolve(days + "-days");
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            Simulator.write(new Simulation(seed, 3, days, today), out);
            hands = inOrderOfArrival(seed, out);
        }
        AStreamingSeason season = new AStreamingSeason(hands, inbox, pace);
        season.dropping.setDaemon(true);
        season.dropping.start();
        return season;
    }

    int files() {
        return hands.size();
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
                long due = begin + dropped.get() * pace.toNanos();
                Thread.sleep(
                        Math.max(0, Duration.ofNanos(due - System.nanoTime()).toMillis()));
                drop(hand);
                dropped.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drop(Hand hand) throws IOException {
        Path folder = Files.createDirectories(inbox.resolve(hand.athlete));
        Path arriving = folder.resolve("." + hand.name);
        Files.copy(hand.file, arriving);
        Files.move(arriving, folder.resolve(hand.name), StandardCopyOption.ATOMIC_MOVE);
    }
}
