package freshlegs.ingest.garmin;

import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How files of one of Garmin's users come along; {@code permissions} is what the user last allowed, if Garmin told. */
record GarminUser(String user, Optional<Instant> lastFile, Optional<String> trouble, Optional<String> permissions) {

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
        return new GarminUser(user, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static void change(GarminFolders folders, String user, UnaryOperator<GarminUser> change) {
        GarminUser before = of(folders, user);
        GarminUser after = change.apply(before);
        if (!after.equals(before)) {
            GarminFolders.write(folders.users().resolve(GarminFolders.nameOf(user)), after);
        }
    }

    GarminUser fileCame(Instant now) {
        return new GarminUser(user, Optional.of(now), Optional.empty(), permissions);
    }

    GarminUser troubled(String sentence) {
        return new GarminUser(user, lastFile, Optional.of(sentence), permissions);
    }

    GarminUser allows(String names, Instant when) {
        return new GarminUser(
                user, lastFile, trouble, Optional.of((names.isEmpty() ? "nothing" : names) + " since " + when));
    }
}
