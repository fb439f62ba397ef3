package freshlegs.ingest.archive;

import freshlegs.ingest.decode.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One file of an archive. {@code path} is how it is shown, {@code content} a temporary file that belongs to whoever asked;
 * {@code sha256} and {@code sizeBytes} are of what was read. {@code problem} says why it cannot be used at all, {@code damage} that
 * only part of it, or not surely the right bytes, came out.
 */
public record Unpacked(
        String path,
        Optional<Path> content,
        Kind kind,
        String sha256,
        long sizeBytes,
        Optional<Instant> modifiedAt,
        Optional<String> problem,
        Optional<String> damage) {

    /** Whether it is called as the list of activities in Strava's exports, and is text. */
    public boolean isActivityList() {
        return kind == Kind.TEXT && content.isPresent() && EntryName.isList(path);
    }
}
