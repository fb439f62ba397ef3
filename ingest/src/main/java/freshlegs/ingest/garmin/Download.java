package freshlegs.ingest.garmin;

import java.time.Duration;
import java.util.Optional;

/** What became of fetching a file. */
sealed interface Download {
    /** It lies where it was wanted. */
    record Fetched() implements Download {}

    /** It will never come, for the reason given. */
    record Never(String reason) implements Download {}

    /** Refused; a few more tries may be worth it. */
    record Refused(int status) implements Download {}

    /** Not now. */
    record Later(String reason, Optional<Duration> askedFor) implements Download {}
}
