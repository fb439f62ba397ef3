package freshlegs.coach;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How files are handed over, as far as the pages know: whether they take some themselves, the inbox, and the address for
 * uploads by token; and who reads runs again from those that came.
 */
public record WaysIn(
        Optional<Uploads> uploads, Optional<Path> inbox, Optional<URI> intake, Optional<RecordedRuns> runs) {
    public static WaysIn unknown() {
        return new WaysIn(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
