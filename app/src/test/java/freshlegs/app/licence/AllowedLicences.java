package freshlegs.app.licence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Under which licences we take libraries: those that let anybody use, change and pass the program on. */
final class AllowedLicences {
    /** By SPDX id; of several that a library offers, the one that stands first here. */
    private static final List<String> ALLOWED = List.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "ISC",
            "0BSD",
            "CC0-1.0",
            "EPL-2.0",
            "EPL-1.0",
            "MPL-2.0");

    /** What some authors call theirs. */
    private static final Map<String, String> NAMED =
            Map.of("FreeBSD License", "BSD-2-Clause", "Go License", "BSD-3-Clause");

    /** Each build fetches it for itself, and nobody passes it on: see NOTICE. */
    private static final Map<String, String> FOR_THE_BUILDER_ALONE =
            Map.of("com.garmin:fit", "Flexible and Interoperable Data Transfer (FIT) Protocol License Agreement");

    private AllowedLicences() {}

    /** The licence under which it is taken; nothing when it may not be. */
    static Optional<String> one(Component component) {
        String own = FOR_THE_BUILDER_ALONE.get(component.name());
        if (own != null && component.licences().equals(List.of(own))) {
            return Optional.of(own);
        }
        List<String> offered = component.licences().stream()
                .map(licence -> NAMED.getOrDefault(licence, licence))
                .toList();
        return ALLOWED.stream().filter(offered::contains).findFirst();
    }
}
