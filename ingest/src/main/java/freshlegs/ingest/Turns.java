package freshlegs.ingest;

import freshlegs.model.AthleteId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which tickets come next when many wait: athletes take turns, whoever had theirs the longest ago comes first, so that nobody waits
 * behind somebody else's ten thousand, nor behind ten thousand others; of each mostly the oldest, and every fourth time the newest,
 * so that today's run need not wait behind the athlete's own.
 */
final class Turns {
    private static final int NEWEST_EVERY = 4;
    private static final Had NONE = new Had(0, 0);

    private final Function<String, Optional<AthleteId>> ownerOf;
    private final Map<String, AthleteId> owners = new HashMap<>();
    private final Map<AthleteId, Had> had = new HashMap<>();
    private long turns;

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
        had.keySet().retainAll(byOwner.keySet());
        Deque<Map.Entry<AthleteId, Deque<String>>> line = byOwner.entrySet().stream()
                .sorted(Comparator.comparingLong(own -> had(own.getKey()).last()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < most && !line.isEmpty()) {
            Map.Entry<AthleteId, Deque<String>> next = line.removeFirst();
            Deque<String> own = next.getValue();
            Had now = new Had(had(next.getKey()).many() + 1, ++turns);
            had.put(next.getKey(), now);
            chosen.add(now.many() % NEWEST_EVERY == 0 ? own.removeLast() : own.removeFirst());
            if (!own.isEmpty()) {
                line.addLast(next);
            }
        }
        return chosen;
    }

    private Had had(AthleteId owner) {
        return had.getOrDefault(owner, NONE);
    }

    private Optional<AthleteId> owner(String id) {
        Optional<AthleteId> owner = Optional.ofNullable(owners.get(id)).or(() -> ownerOf.apply(id));
        owner.ifPresent(known -> owners.put(id, known));
        return owner;
    }

    /** How many turns an athlete has had while something waited, and which of all was the last. */
    private record Had(long many, long last) {}
}
