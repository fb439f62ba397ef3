package freshlegs.ingest.garmin;

import freshlegs.ingest.Erasure;
import freshlegs.ingest.remote.Connection;
import freshlegs.ingest.remote.ConnectionBook;
import freshlegs.ingest.remote.Service;
import freshlegs.model.AthleteId;
import freshlegs.model.fact.Route;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Users of Garmin's who leave: what waits for them is dropped, their connection ends, and what came for them is erased. */
final class GarminLeavers {
    private static final Logger LOG = LoggerFactory.getLogger(GarminLeavers.class);

    private final GarminFolders folders;
    private final ConnectionBook book;
    private final Erasure erasure;

    GarminLeavers(GarminFolders folders, ConnectionBook book, Erasure erasure) {
        this.folders = folders;
        this.book = book;
        this.erasure = erasure;
    }

    /** Told again while it is not done yet, it stays as it was: the connection may be gone by now. */
    void note(String user) {
        Path file = folders.leaving().resolve(GarminFolders.nameOf(user));
        if (!Files.exists(file)) {
            Set<AthleteId> athletes = new TreeSet<>(GarminUser.of(folders, user).athletes());
            book.athleteOf(user).ifPresent(athletes::add);
            GarminFolders.write(file, new Leaver(user, athletes));
        }
    }

    /** Who leaves, and who was ever handed a file of theirs: noted here, so that it is known when the connection is gone. */
    private record Leaver(String user, Set<AthleteId> athletes) {}

    void erase(Path file) throws IOException {
        Leaver leaver = Json.read(Files.readAllBytes(file), Leaver.class);
        for (Path item : GarminFolders.in(folders.items(), Integer.MAX_VALUE)) {
            if (GarminItem.in(item)
                    .filter(left -> left.user().equals(leaver.user()))
                    .isPresent()) {
                GarminFolders.delete(item);
            }
        }
        for (Connection known : book.of(Service.GARMIN)) {
            if (known.user().equals(Optional.of(leaver.user()))) {
                book.remove(known.athlete(), Optional.of(Service.GARMIN));
            }
        }
        boolean isErased = true;
        for (AthleteId athlete : leaver.athletes()) {
            isErased &= isErased(athlete);
        }
        if (isErased) {
            GarminFolders.delete(folders.users().resolve(GarminFolders.nameOf(leaver.user())));
            GarminFolders.delete(file);
        }
    }

    private boolean isErased(AthleteId athlete) throws IOException {
        if (book.garminAthletes().containsValue(athlete)) {
            LOG.warn(
                    "a user of Garmin's has left who was {} before another user was: nothing is erased, because the files"
                            + " of the two cannot be told apart",
                    athlete);
            return true;
        }
        boolean isErased = erasure.erase(athlete, Route.GARMIN);
        if (isErased) {
            LOG.info("{} has left Garmin's route: everything that came by it alone is erased", athlete);
        }
        return isErased;
    }
}
