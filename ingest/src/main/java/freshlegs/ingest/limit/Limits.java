package freshlegs.ingest.limit;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** All bounds as they are set. */
public final class Limits {
    public static final Limits STANDARD = new Limits(Map.of());
    private static final long BYTES_PER_MEGABYTE = 1L << 20;

    private final Map<Limit, Integer> set;

    private Limits(Map<Limit, Integer> set) {
        this.set = set;
    }

    /** The same bounds but for one. */
    public Limits with(Limit limit, int amount) {
        if (amount < limit.lowest() || amount > limit.highest()) {
            throw new IllegalArgumentException(limit.variable() + " must be a number from " + limit.lowest() + " to "
                    + limit.highest() + ", not " + amount);
        }
        Map<Limit, Integer> changed = new EnumMap<>(Limit.class);
        changed.putAll(set);
        changed.put(limit, amount);
        return new Limits(changed);
    }

    public int of(Limit limit) {
        return set.getOrDefault(limit, limit.standard());
    }

    /** A bound that is set in megabytes, in bytes. */
    public long bytes(Limit megabytes) {
        return of(megabytes) * BYTES_PER_MEGABYTE;
    }

    /** Throws when {@code amount} goes beyond the limit. */
    public void check(Limit limit, long amount) {
        if (amount > of(limit)) {
            throw exceeded(limit);
        }
    }

    public LimitExceeded exceeded(Limit limit) {
        return new LimitExceeded(
                limit,
                String.format(
                        Locale.ROOT, "more than %,d %s (the limit %s)", of(limit), limit.what(), limit.variable()));
    }
}
