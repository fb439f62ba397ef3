package freshlegs.ingest.remote;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The services that athletes can be connected to. */
public enum Service {
    INTERVALS,
    GARMIN;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
