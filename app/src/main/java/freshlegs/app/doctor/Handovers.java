package freshlegs.app.doctor;

import freshlegs.ingest.SpoolAtRest;
import freshlegs.ingest.Taken;
import freshlegs.ingest.Workers;
import freshlegs.model.AthleteId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Files on their way in: in the inbox, in the spool, set aside. */
final class Handovers {
    private static final int MOST = 20_000;
    private static final int DEEP = 8;
    /** How long it may take until another process leads. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(2);

    private static final Duration MOVING = Duration.ofSeconds(5);

    private Handovers() {}

    static List<Finding> spool(Site site) throws InterruptedException {
        List<Finding> findings = new ArrayList<>(waiting(site));
        findings.addAll(readers(site));
        return findings;
    }

    /** Several processes may read the files of one folder; one of them must announce what waits. */
    private static List<Finding> readers(Site site) throws InterruptedException {
        Workers workers = Workers.in(site.folder().root());
        List<String> names = workers.atWork();
        if (names.isEmpty()) {
            return List.of();
        }
        long end = System.nanoTime() + TAKE_OVER.toNanos();
        while (!workers.areLed() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return List.of(
                workers.areLed()
                        ? Finding.ok(names.size() + " process(es) read the files of this folder ("
                                + String.join(", ", names) + "), and one of them leads.")
                        : Finding.problem(
                                "Processes read the files of this folder (" + String.join(", ", names)
                                        + "), but none of them leads, so nothing new is announced.",
                                "start one of them again; the folder must lie on a file system that honours file locks"));
    }

    private static List<Finding> waiting(Site site) {
        SpoolAtRest spool = SpoolAtRest.in(site.folder().root());
        int waiting = spool.waiting();
        List<Taken> longest = spool.longestWaiting(1);
        if (longest.isEmpty()) {
            return List.of(Finding.ok("No file waits in the spool."));
        }
        Taken first = longest.get(0);
        Duration since = Duration.between(first.receivedAt(), site.clock().instant());
        String sentence = waiting + " file(s) wait in the spool, the longest (" + first.deliveryId() + " of "
                + first.athlete() + ") since " + first.receivedAt().truncatedTo(ChronoUnit.SECONDS) + ".";
        if (since.compareTo(site.limits().waiting()) < 0) {
            return List.of(Finding.ok(sentence));
        }
        return List.of(Finding.problem(
                sentence,
                site.isHeld()
                        ? "run `freshlegs trace " + first.deliveryId() + "`, and see whether Kafka answers"
                        : "start `freshlegs run`, or `freshlegs ingest` where the parts run apart"));
    }

    static List<Finding> inbox(Site site) throws IOException {
        Path inbox = site.folder().root().resolve("inbox");
        if (!Files.isDirectory(inbox)) {
            return List.of(Finding.ok("There is no inbox yet."));
        }
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> entries = Files.list(inbox)) {
            entries.filter(each -> !each.getFileName().toString().startsWith("."))
                    .sorted()
                    .limit(MOST)
                    .forEach(each -> misplaced(each, findings));
        }
        try (Stream<Path> files = Files.walk(inbox, DEEP)) {
            Instant now = site.clock().instant();
            Optional<Path> restless = files.limit(MOST)
                    .filter(Files::isRegularFile)
                    .filter(file -> isRestless(file, now, site.limits().waiting()))
                    .findFirst();
            restless.ifPresent(file -> findings.add(Finding.warning(
                    "The file " + file + " never stands still, so it is not taken.",
                    "end what writes it, or write it elsewhere and move it into the inbox when it is whole")));
        } catch (UncheckedIOException e) {
            findings.add(
                    Finding.problem("The inbox cannot be read whole.", "let this user read everything in " + inbox));
        }
        return findings.isEmpty() ? List.of(Finding.ok("Every file in the inbox can be taken.")) : findings;
    }

    private static void misplaced(Path entry, List<Finding> findings) {
        String name = entry.getFileName().toString();
        if (!Files.isDirectory(entry)) {
            findings.add(Finding.warning(
                    "The file " + entry + " lies in nobody's folder, so it is never taken.",
                    "move it into the athlete's folder, such as inbox/anna/"));
        } else if (!AthleteId.isValid(name)) {
            findings.add(Finding.warning(
                    "The folder " + entry + " is not named as an athlete's id can be, so nothing in it is taken.",
                    "rename it with small letters, digits, '-' or '_'"));
        }
    }

    /** There for long, and still changing; or changed at a time that is yet to come. */
    private static boolean isRestless(Path file, Instant now, Duration waiting) {
        try {
            BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
            Instant changed = about.lastModifiedTime().toInstant();
            Instant made = about.creationTime().toInstant();
            return made.isBefore(now.minus(waiting)) && changed.isAfter(now.minus(MOVING));
        } catch (IOException e) {
            return false;
        }
    }

    static List<Finding> setAside(Site site) throws IOException {
        Path folder = site.folder().root().resolve("set-aside");
        TreeMap<String, Long> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder, DEEP)) {
                all.limit(MOST)
                        .filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().endsWith(".reason.txt"))
                        .forEach(file -> files.merge(whose(folder.relativize(file)), 1L, Long::sum));
            }
        }
        if (files.isEmpty()) {
            return List.of(Finding.ok("No file lies in set-aside/."));
        }
        long sum = files.values().stream().mapToLong(Long::longValue).sum();
        return List.of(Finding.warning(
                sum + " file(s) of " + String.join(", ", files.keySet())
                        + " could not be read and lie in set-aside/, each with its reason beside it.",
                "look at them with `freshlegs files --athlete " + files.firstKey()
                        + " --outcome set-aside`, then remove them from " + folder));
    }

    private static String whose(Path relative) {
        String name = relative.getName(0).toString();
        return relative.getNameCount() > 1 && AthleteId.isValid(name) ? name : "nobody";
    }
}
