package freshlegs.ingest.garmin;

import freshlegs.model.AthleteId;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How files of one of Garmin's users come along; {@code permissions} is what the user last allowed, if Garmin told; {@code
 * athletes} are those who were ever handed one, {@code done} the hashes of the addresses that were dealt with last.
 */
record GarminUser(
        String user,
        Optional<Instant> lastFile,
        Optional<String> trouble,
        Optional<String> permissions,
        Set<AthleteId> athletes,
        List<String> done) {
    private static final int MOST_DONE = 500;

    static GarminUser of(GarminFolders folders, String user) {
        Path file = folders.users().resolve(GarminFolders.nameOf(user));
        try {
            if (Files.exists(file)) {
                return Json.read(Files.readAllBytes(file), GarminUser.class);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            GarminFolders.delete(file);
        }
        return new GarminUser(user, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), List.of());
    }

    static void change(GarminFolders folders, String user, UnaryOperator<GarminUser> change) {
        GarminUser before = of(folders, user);
        GarminUser after = change.apply(before);
        if (!after.equals(before)) {
            GarminFolders.write(folders.users().resolve(GarminFolders.nameOf(user)), after);
        }
    }

    /** Whether what lies at an address was dealt with already: Garmin may tell of it twice. */
    boolean isDone(String address) {
        return done.contains(hash(address));
    }

    /** A file was handed to the athlete, or declined, which has its own outcome. */
    GarminUser dealtWith(String address, AthleteId athlete, Optional<Instant> cameAt) {
        Set<AthleteId> all = new TreeSet<>(athletes);
        all.add(athlete);
        List<String> last = new ArrayList<>(done.subList(Math.max(0, done.size() - MOST_DONE + 1), done.size()));
        last.add(hash(address));
        return new GarminUser(user, cameAt.or(() -> lastFile), Optional.empty(), permissions, all, last);
    }

    GarminUser troubled(String sentence) {
        return new GarminUser(user, lastFile, Optional.of(sentence), permissions, athletes, done);
    }

    GarminUser allows(String names, Instant when) {
        return new GarminUser(
                user,
                lastFile,
                trouble,
                Optional.of((names.isEmpty() ? "nothing" : names) + " since " + when),
                athletes,
                done);
    }

    private static String hash(String address) {
        return ContentHash.revisionOf(address.getBytes(StandardCharsets.UTF_8));
    }
}
