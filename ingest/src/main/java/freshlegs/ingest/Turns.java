package freshlegs.ingest;

import freshlegs.model.AthleteId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which tickets come next when many wait: athletes take turns, so that nobody waits behind somebody else's ten thousand; of each
 * mostly the oldest, and every fourth time the newest, so that today's run need not wait behind the athlete's own.
 */
final class Turns {
    private static final int NEWEST_EVERY = 4;

    private final Function<String, Optional<AthleteId>> ownerOf;
    private final Map<String, AthleteId> owners = new HashMap<>();

    /** {@code ownerOf} is asked once for each ticket. */
    Turns(Function<String, Optional<AthleteId>> ownerOf) {
        this.ownerOf = ownerOf;
    }

    /** At most {@code most} of {@code ids}, which come oldest first. */
    List<String> next(List<String> ids, int most) {
        owners.keySet().retainAll(new HashSet<>(ids));
        if (ids.size() <= most) {
            return ids;
        }
        Map<AthleteId, Deque<String>> byOwner = new LinkedHashMap<>();
        for (String id : ids) {
            owner(id).ifPresent(owner -> byOwner.computeIfAbsent(owner, key -> new ArrayDeque<>())
                    .add(id));
        }
        List<String> chosen = new ArrayList<>();
        for (int round = 1; chosen.size() < most && !byOwner.isEmpty(); round++) {
            boolean newest = round % NEWEST_EVERY == 0;
            byOwner.values().stream()
                    .limit((long) most - chosen.size())
                    .forEach(own -> chosen.add(newest ? own.removeLast() : own.removeFirst()));
            byOwner.values().removeIf(Deque::isEmpty);
        }
        return chosen;
    }

    private Optional<AthleteId> owner(String id) {
        Optional<AthleteId> owner = Optional.ofNullable(owners.get(id)).or(() -> ownerOf.apply(id));
        owner.ifPresent(known -> owners.put(id, known));
        return owner;
    }
}
