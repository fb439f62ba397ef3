package freshlegs.coach;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How files are handed over, as far as the pages know: whether they take some themselves, the inbox, and the address for
 * uploads by token; who reads runs again from those that came, who sees how each way stands, and who gives them back and erases them at
 * once, where that is this process.
 */
public record WaysIn(
        Optional<Uploads> uploads,
        Optional<Path> inbox,
        Optional<URI> intake,
        Optional<RecordedRuns> runs,
        Optional<Routes> routes,
        Optional<Leaving> leaving) {

    /** Where nobody sees how the ways stand, or gives anything back. */
    public WaysIn(Optional<Uploads> uploads, Optional<Path> inbox, Optional<URI> intake, Optional<RecordedRuns> runs) {
        this(uploads, inbox, intake, runs, Optional.empty(), Optional.empty());
    }

    public static WaysIn unknown() {
        return new WaysIn(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
