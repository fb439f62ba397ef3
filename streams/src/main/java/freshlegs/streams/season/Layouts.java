package freshlegs.streams.season;

import freshlegs.model.compact.Compact;
import freshlegs.model.compact.Layout;
import freshlegs.model.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Every layout by which something was ever written to a shelf; there are as many as there were releases that changed one. */
final class Layouts {
    private static final String PREFIX = "~layout/";

    private final Shelf shelf;
    private final Map<Integer, Layout> kept = new HashMap<>();

    Layouts(Shelf shelf) {
        this.shelf = shelf;
        shelf.startingWith(PREFIX)
                .forEach((key, bytes) -> kept.put(
                        Integer.parseUnsignedInt(key.substring(PREFIX.length()), 16), Json.read(bytes, Layout.class)));
    }

    /** To be called before anything is written by it. */
    void keep(Compact<?> codec) {
        if (kept.putIfAbsent(codec.fingerprint(), codec.layout()) == null) {
            shelf.put(PREFIX + Integer.toHexString(codec.fingerprint()), Json.write(codec.layout()));
        }
    }

    /** By which these bytes were written. */
    Optional<Layout> of(byte[] bytes) {
        return Compact.isCompact(bytes)
                ? Optional.ofNullable(kept.get(Compact.fingerprintOf(bytes)))
                : Optional.empty();
    }
}
