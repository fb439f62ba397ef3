package freshlegs.app.watch;

import freshlegs.model.AthleteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A watch whose owner was confirmed, what it has handed over, and which workouts of ours it holds. */
final class KnownWatch {
    private final WatchIdentity identity;
    private final AthleteId athlete;
    private final Instant since;
    private final Map<String, HandedOver> byPath = new LinkedHashMap<>();
    private final Set<String> hashes = new HashSet<>();

    private final List<PlacedWorkout> placed = new ArrayList<>();

    /** As it is kept on disk. */
    record Kept(
            String serial,
            String model,
            AthleteId athlete,
            Instant since,
            List<HandedOver> files,
            List<PlacedWorkout> workouts) {}

    KnownWatch(WatchIdentity identity, AthleteId athlete, Instant since) {
        this.identity = identity;
        this.athlete = athlete;
        this.since = since;
    }

    static KnownWatch of(Kept kept) {
        KnownWatch watch = new KnownWatch(new WatchIdentity(kept.serial(), kept.model()), kept.athlete(), kept.since());
        kept.files().forEach(watch::remember);
        watch.placed.addAll(kept.workouts());
        return watch;
    }

    WatchIdentity identity() {
        return identity;
    }

    AthleteId athlete() {
        return athlete;
    }

    /** Whether the file is unchanged as far as its size and time of change say. */
    boolean looksHandedOver(String to, WatchFile file) {
        HandedOver before = byPath.get(to + "\n" + file.relative());
        return before != null && before.looksLike(file);
    }

    /** Whether this very content was handed over, under whatever name. */
    boolean hasHandedOver(String to, String sha256) {
        return hashes.contains(to + "\n" + sha256);
    }

    void remember(HandedOver file) {
        byPath.put(file.to() + "\n" + file.path(), file);
        hashes.add(file.to() + "\n" + file.sha256());
    }

    /** What of ours is on the watch or about to be. */
    List<PlacedWorkout> placed() {
        return List.copyOf(placed);
    }

    void remember(PlacedWorkout workout) {
        forget(workout);
        placed.add(workout);
    }

    void forget(PlacedWorkout workout) {
        placed.removeIf(each -> each.sha256().equals(workout.sha256()));
    }

    Kept kept() {
        return new Kept(identity.serial(), identity.model(), athlete, since, List.copyOf(byPath.values()), placed());
    }
}
