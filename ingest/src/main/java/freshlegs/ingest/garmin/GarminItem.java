package freshlegs.ingest.garmin;

import freshlegs.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** A file that a notification said is there for a user. Its address holds a token, so it is never printed. */
record GarminItem(
        String user,
        String id,
        String fileType,
        String callbackUrl,
        Instant receivedAt,
        int tries,
        int refusals,
        Instant notBefore) {

    /** What lies in one of our files; nothing when it is not there or makes no sense. */
    static Optional<GarminItem> in(Path file) {
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), GarminItem.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The path under which the athlete knows it. */
    String path() {
        return "garmin/" + id + "." + fileType;
    }

    GarminItem later(Instant when, boolean refused) {
        return new GarminItem(
                user, id, fileType, callbackUrl, receivedAt, tries + 1, refusals + (refused ? 1 : 0), when);
    }

    @Override
    public String toString() {
        return path()
                + Optional.of(tries)
                        .filter(count -> count > 0)
                        .map(count -> " after " + count + " tries")
                        .orElse("");
    }
}
