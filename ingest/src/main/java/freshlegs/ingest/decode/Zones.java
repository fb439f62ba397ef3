package freshlegs.ingest.decode;

import java.time.Instant;
import java.time.ZoneOffset;

/** How an athlete's clocks stood at a moment, for files that do not say. */
public interface Zones {
    ZoneOffset offsetAt(Instant instant);
}
