package freshlegs.model.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The way by which a file was handed over. */
public enum Route {
    INBOX,
    IMPORT,
    UPLOAD,
    RELAY,
    GARMIN;

    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
