package freshlegs.ingest.garmin;

import freshlegs.ingest.Acceptance;
import freshlegs.ingest.Erasure;
import freshlegs.ingest.Failures;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.Withdrawn;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Patience;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on what notifications said, every step on disk before the one before it is forgotten: bodies become items, items become
 * files in the spool, leavers are erased.
 */
final class GarminDesk {
    private static final Logger LOG = LoggerFactory.getLogger(GarminDesk.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_UNKNOWN = 1_000;
    private static final int MOST_REFUSALS = 3;
    private static final Duration TRIED_FOR = Duration.ofDays(3);
    private static final Duration KEPT_FOR_UNKNOWN = Duration.ofDays(30);

    private final GarminSettings settings;
    private final GarminFolders folders;
    private final Spool spool;
    private final GarminLeavers leavers;
    private final Downloads downloads;
    private final ConnectionBook book;
    private final Withdrawn withdrawn;
    private final Patience patience;

    GarminDesk(GarminSettings settings, Spool spool, Erasure erasure, Downloads downloads) {
        this.settings = settings;
        this.folders = GarminFolders.in(settings.dataFolder());
        this.spool = spool;
        this.downloads = downloads;
        this.book = ConnectionBook.in(settings.dataFolder());
        this.withdrawn = Withdrawn.in(settings.dataFolder());
        this.leavers = new GarminLeavers(folders, book, erasure);
        this.patience = new Patience(settings.shortestWait(), settings.longestWait(), new Random(settings.seed()));
        folders.create();
    }

    /** Something to be done with one of our files. */
    private interface Step {
        void with(Path file) throws IOException;
    }

    /** Everything that can be done now; what fails is left for the next time, and does not keep the rest waiting. */
    void work() throws IOException {
        List<IOException> failures = new ArrayList<>();
        each(GarminFolders.in(folders.bodies(), AT_ONCE), this::sort, failures);
        each(GarminFolders.in(folders.leaving(), AT_ONCE), leavers::erase, failures);
        Map<String, AthleteId> athletes = book.garminAthletes();
        AtomicInteger unknown = new AtomicInteger();
        each(GarminFolders.in(folders.items(), Integer.MAX_VALUE), file -> workOn(file, athletes, unknown), failures);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private static void each(List<Path> files, Step step, List<IOException> failures) {
        for (Path file : files) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                step.with(file);
            } catch (IOException e) {
                failures.add(e);
            } catch (RuntimeException e) {
                failures.add(new IOException(e));
            }
        }
    }

    private void sort(Path body) throws IOException {
        Instant receivedAt = Files.getLastModifiedTime(body).toInstant();
        Optional<Notification> read = Notification.read(Files.readAllBytes(body), receivedAt);
        if (read.isEmpty()) {
            LOG.warn("a notification that is no JSON object is removed: {}", body.getFileName());
        }
        read.ifPresent(this::sort);
        GarminFolders.delete(body);
    }

    private void sort(Notification notification) {
        notification.files().forEach(this::note);
        notification
                .permissions()
                .forEach((user, names) -> GarminUser.change(
                        folders,
                        user,
                        known -> known.allows(names, settings.clock().instant())));
        notification.leaving().forEach(leavers::note);
        LOG.info(
                "a notification: files of {} users, {} leaving, {} changed permissions, {} entries ignored",
                notification.files().size(),
                notification.leaving().size(),
                notification.permissions().size(),
                notification.ignored());
    }

    /** What is told again is known; a new address for the same file takes the old one's place. */
    private void note(String user, List<GarminItem> items) {
        GarminUser known = GarminUser.of(folders, user);
        for (GarminItem item : items) {
            Path file = folders.items().resolve(GarminFolders.nameOf(item.user() + "\n" + item.id()));
            boolean isWaiting = GarminItem.in(file)
                    .filter(waiting -> waiting.callbackUrl().equals(item.callbackUrl()))
                    .isPresent();
            if (!isWaiting && !known.isDone(item.callbackUrl())) {
                GarminFolders.write(file, item);
            }
        }
    }

    private void workOn(Path file, Map<String, AthleteId> athletes, AtomicInteger unknown) throws IOException {
        Optional<GarminItem> read = GarminItem.in(file);
        if (read.isEmpty()) {
            LOG.error("{} cannot be read and is removed", file);
            GarminFolders.delete(file);
            return;
        }
        GarminItem item = read.get();
        Optional<AthleteId> athlete = Optional.ofNullable(athletes.get(item.user()));
        if (athlete.isEmpty()) {
            if (keepForLater(file, item, unknown.get())) {
                unknown.incrementAndGet();
            }
        } else if (withdrawn.has(athlete.get())) {
            LOG.info("a file of an athlete who has withdrawn consent is not fetched");
            GarminFolders.delete(file);
        } else if (!now().isBefore(item.notBefore())) {
            Path into = folders.items().resolve("download.tmp");
            try {
                fetch(athlete.get(), file, item, into);
            } finally {
                GarminFolders.delete(into);
            }
        }
    }

    /** Whether it is an unknown user's and stays. */
    private boolean keepForLater(Path file, GarminItem item, int unknownSoFar) {
        boolean isOld = now().isAfter(item.receivedAt().plus(KEPT_FOR_UNKNOWN));
        if (isOld || unknownSoFar >= MOST_UNKNOWN) {
            LOG.warn(
                    "a file of an unknown user is forgotten: {}",
                    isOld ? "nobody was connected to the user for 30 days" : "too many wait for unknown users");
            GarminFolders.delete(file);
            return false;
        }
        return true;
    }

    private void fetch(AthleteId athlete, Path file, GarminItem item, Path into) throws IOException {
        Offer offer = Offer.of(athlete, Route.GARMIN, item.path());
        Download download = downloads.fetch(item.callbackUrl(), into);
        if (download instanceof Download.Fetched) {
            try (InputStream content = Files.newInputStream(into)) {
                finish(file, item, athlete, spool.accept(offer, content), Optional.of(now()));
            }
        } else if (download instanceof Download.Never never) {
            finish(file, item, athlete, spool.decline(offer, never.reason()), Optional.empty());
        } else if (download instanceof Download.Refused refused) {
            String reason = "Garmin refused to give the file (answer " + refused.status() + ")";
            if (item.refusals() + 1 >= MOST_REFUSALS) {
                String given = reason + " three times: hand it over from the watch";
                finish(file, item, athlete, spool.decline(offer, given), Optional.empty());
            } else {
                later(file, item, reason, Optional.empty(), true);
            }
        } else if (download instanceof Download.Later later) {
            if (now().isAfter(item.receivedAt().plus(TRIED_FOR))) {
                String given = "Garmin did not give the file for three days (" + later.reason()
                        + "): hand it over from the watch";
                finish(file, item, athlete, spool.decline(offer, given), Optional.empty());
            } else {
                later(file, item, later.reason(), later.askedFor(), false);
            }
        }
    }

    private void finish(
            Path file, GarminItem item, AthleteId athlete, Acceptance acceptance, Optional<Instant> cameAt) {
        if (acceptance instanceof Acceptance.Refused refused) {
            later(file, item, "a fetched file could not be kept: " + refused.reason(), Optional.empty(), false);
            return;
        }
        GarminUser.change(folders, item.user(), known -> known.dealtWith(item.callbackUrl(), athlete, cameAt));
        GarminFolders.delete(file);
    }

    private void later(Path file, GarminItem item, String reason, Optional<Duration> askedFor, boolean refused) {
        Duration wait = patience.after(item.tries() + 1, askedFor);
        GarminFolders.write(file, item.later(now().plus(wait), refused));
        GarminUser.change(folders, item.user(), known -> known.troubled(reason + "; it is tried again"));
        LOG.warn("{}: {}, and is tried again in {} s", item, Failures.printable(reason), wait.toSeconds());
    }

    private Instant now() {
        return settings.clock().instant();
    }
}
