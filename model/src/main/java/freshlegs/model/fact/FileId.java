package freshlegs.model.fact;

import java.time.Instant;
import java.util.Optional;

/**
 * How a watch names a file it wrote. Two files of one name are versions of one file; some makes give no serial number, and
 * converters give a fixed one, so versions must also share their time.
 */
public record FileId(String manufacturer, Optional<String> product, Optional<String> serial, Instant created) {}
