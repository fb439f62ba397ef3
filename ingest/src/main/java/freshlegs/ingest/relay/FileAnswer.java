package freshlegs.ingest.relay;

import java.nio.file.Path;

/** What became of asking for an activity's file. */
sealed interface FileAnswer {
    /** It is here, under a name that says what it is. */
    record Fetched(String name, Path file) implements FileAnswer {}

    /** It will never come, for the reason given. */
    record Withheld(String reason) implements FileAnswer {}
}
