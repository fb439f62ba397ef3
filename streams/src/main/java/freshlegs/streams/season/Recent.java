package freshlegs.streams.season;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Something remembered of those athletes that were asked about last, so that memory is bounded however many there are. */
final class Recent<K, V> {
    private final Map<K, V> kept;

    Recent(int most) {
        kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(kept.get(key));
    }

    void put(K key, V remembered) {
        kept.put(key, remembered);
    }

    void forget(K key) {
        kept.remove(key);
    }
}
