package freshlegs.model.fact;

import java.util.Optional;

/** The recording device as the file names it; some have no serial number. */
public record Device(String manufacturer, Optional<String> product, Optional<String> serial) {}
