package freshlegs.app.chaos;

import freshlegs.app.service.Part;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process that may be killed, and how long after that rows come again, at most, if nothing else is wrong. */
enum Victim {
    INGEST(Part.INGEST, 10),
    STREAMS(Part.STREAMS, 10),
    WAREHOUSE(Part.WAREHOUSE, 10),
    COACH(Part.COACH, 10),
    BROKER(null, 15),
    DATABASE(null, 15);

    private final Optional<Part> part;
    private final Duration back;

    Victim(@Nullable Part part, int backSeconds) {
        this.part = Optional.ofNullable(part);
        this.back = Duration.ofSeconds(backSeconds);
    }

    Optional<Part> part() {
        return part;
    }

    Duration back() {
        return back;
    }
}
