package freshlegs.ingest.garmin;

import freshlegs.ingest.Acceptance;
import freshlegs.ingest.Erasure;
import freshlegs.ingest.Failures;
import freshlegs.ingest.Offer;
import freshlegs.ingest.Spool;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Patience;
import freshlegs.ingest.remote.Service;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
    private final Erasure erasure;
    private final Downloads downloads;
    private final ConnectionBook book;
    private final Patience patience;

    GarminDesk(GarminSettings settings, Spool spool, Erasure erasure, Downloads downloads) {
        this.settings = settings;
        this.folders = GarminFolders.in(settings.dataFolder());
        this.spool = spool;
        this.erasure = erasure;
        this.downloads = downloads;
        this.book = ConnectionBook.in(settings.dataFolder());
        this.patience = new Patience(settings.shortestWait(), settings.longestWait(), new Random(settings.seed()));
        folders.create();
    }

    /** Everything that can be done now. */
    void work() throws IOException {
        for (Path body : GarminFolders.in(folders.bodies(), AT_ONCE)) {
            sort(body);
        }
        for (Path leaver : GarminFolders.in(folders.leaving(), AT_ONCE)) {
            erase(leaver);
        }
        int unknown = 0;
        for (Path file : GarminFolders.in(folders.items(), Integer.MAX_VALUE)) {
            unknown += workOn(file, unknown) ? 1 : 0;
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
        for (List<GarminItem> items : notification.files().values()) {
            for (GarminItem item : items) {
                Path file = folders.items().resolve(GarminFolders.nameOf(item.user() + "\n" + item.id()));
                if (!Files.exists(file)) {
                    GarminFolders.write(file, item);
                }
            }
        }
        notification
                .permissions()
                .forEach((user, names) -> GarminUser.change(
                        folders,
                        user,
                        known -> known.allows(names, settings.clock().instant())));
        notification.leaving().forEach(this::noteLeaver);
        LOG.info(
                "a notification: files of {} users, {} leaving, {} changed permissions, {} entries ignored",
                notification.files().size(),
                notification.leaving().size(),
                notification.permissions().size(),
                notification.ignored());
    }

    /** Told again while it is not done yet, it stays as it was: the connection may be gone by now. */
    private void noteLeaver(String user) {
        Path file = folders.leaving().resolve(GarminFolders.nameOf(user));
        if (!Files.exists(file)) {
            GarminFolders.write(file, new Leaver(user, book.athleteOf(user)));
        }
    }

    /** Who leaves; the athlete is noted here, so that it is still known when the connection is already gone. */
    record Leaver(String user, Optional<AthleteId> athlete) {}

    private void erase(Path file) throws IOException {
        Leaver leaver = Json.read(Files.readAllBytes(file), Leaver.class);
        for (Path item : GarminFolders.in(folders.items(), Integer.MAX_VALUE)) {
            if (Json.read(Files.readAllBytes(item), GarminItem.class).user().equals(leaver.user())) {
                GarminFolders.delete(item);
            }
        }
        if (leaver.athlete().isPresent()) {
            AthleteId athlete = leaver.athlete().get();
            for (Connection known : book.of(Service.GARMIN)) {
                if (known.user().equals(Optional.of(leaver.user()))) {
                    book.remove(known.athlete(), Optional.of(Service.GARMIN));
                }
            }
            if (!erasure.erase(athlete, Route.GARMIN)) {
                return;
            }
            LOG.info("{} has left Garmin's route: everything that came by it alone is erased", athlete);
        }
        GarminFolders.delete(folders.users().resolve(GarminFolders.nameOf(leaver.user())));
        GarminFolders.delete(file);
    }

    /** Whether it is an unknown user's and stays. */
    private boolean workOn(Path file, int unknownSoFar) throws IOException {
        GarminItem item = Json.read(Files.readAllBytes(file), GarminItem.class);
        Optional<AthleteId> athlete = book.athleteOf(item.user());
        if (athlete.isEmpty()) {
            return keepForLater(file, item, unknownSoFar);
        }
        if (!now().isBefore(item.notBefore())) {
            Path into = folders.items().resolve("download.tmp");
            try {
                fetch(athlete.get(), file, item, into);
            } finally {
                GarminFolders.delete(into);
            }
        }
        return false;
    }

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
                finish(file, item, spool.accept(offer, content));
            }
        } else if (download instanceof Download.Never never) {
            finish(file, item, spool.decline(offer, never.reason()));
        } else if (download instanceof Download.Refused refused) {
            String reason = "Garmin refused to give the file (answer " + refused.status() + ")";
            if (item.refusals() + 1 >= MOST_REFUSALS) {
                finish(file, item, spool.decline(offer, reason + " three times: hand it over from the watch"));
            } else {
                later(file, item, reason, Optional.empty(), true);
            }
        } else if (download instanceof Download.Later later) {
            if (now().isAfter(item.receivedAt().plus(TRIED_FOR))) {
                String reason = "Garmin did not give the file for three days (" + later.reason() + ")";
                finish(file, item, spool.decline(offer, reason + ": hand it over from the watch"));
            } else {
                later(file, item, later.reason(), later.askedFor(), false);
            }
        }
    }

    private void finish(Path file, GarminItem item, Acceptance acceptance) {
        if (acceptance instanceof Acceptance.Refused refused) {
            later(file, item, "a fetched file could not be kept: " + refused.reason(), Optional.empty(), false);
            return;
        }
        GarminUser.change(folders, item.user(), known -> known.fileCame(now()));
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
