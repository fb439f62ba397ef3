package freshlegs.ingest;

import freshlegs.ingest.InboxMemory.Sighting;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Which files were seen in the inbox by one look and the one before, since when they stand still, and when their turns come. */
final class Stillness {
    private static final int LOOKS_A_WHILE = 5;

    private final Duration still;
    private final LongSupplier nanoTime;
    private Map<String, Standing> lastLook = Map.of();
    private Map<String, Standing> look = new HashMap<>();

    /** How a file looks, since when, and when its turn comes. */
    record Standing(Sighting sighting, long sinceNanos, long dueNanos) {}

    /** {@code still} is how long a file must have looked the same; without any, two looks are enough. */
    Stillness(Duration still, LongSupplier nanoTime) {
        this.still = still;
        this.nanoTime = nanoTime;
    }

    void beginLook() {
        look = new HashMap<>();
    }

    void endLook() {
        lastLook = look;
    }

    /** Notes how a file looks now; the answer is there when its turn has come. */
    Optional<Standing> see(String path, Sighting sighting) {
        long now = nanoTime.getAsLong();
        Standing before = lastLook.get(path);
        if (before == null || !before.sighting.equals(sighting)) {
            look.put(path, new Standing(sighting, now, now + still.toNanos()));
            return Optional.empty();
        }
        look.put(path, before);
        return before.dueNanos - now <= 0 ? Optional.of(before) : Optional.empty();
    }

    boolean isShorterThan(Duration time, Standing standing) {
        return nanoTime.getAsLong() - standing.sinceNanos < time.toNanos();
    }

    /** As long as a file that has just come. */
    void waitOnceMore(String path, Standing standing) {
        waitFor(still, path, standing);
    }

    void waitFor(Duration pause, String path, Standing standing) {
        long due = nanoTime.getAsLong() + pause.toNanos();
        look.put(path, new Standing(standing.sighting, standing.sinceNanos, due));
    }

    void forget(String path) {
        look.remove(path);
    }

    /** How long the next look can wait, when this one took so long: a look takes at most a fifth of the time. */
    Duration untilNext(long lookNanos) {
        long now = nanoTime.getAsLong();
        long most = still.toNanos();
        long least = Math.min(most, Math.max(most / LOOKS_A_WHILE, (LOOKS_A_WHILE - 1) * lookNanos));
        long next = look.values().stream()
                .mapToLong(standing -> standing.dueNanos - now)
                .min()
                .orElse(most);
        return Duration.ofNanos(Math.max(least, Math.min(most, next)));
    }
}
