package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import java.util.function.Function;

/** Whether there is anything of an athlete's under one prefix, remembered so that most facts need no look at the shelf. */
final class Presence {
    private static final int ATHLETES_REMEMBERED = 10_000;

    private final Shelf shelf;
    private final Function<AthleteId, String> prefix;
    private final Recent<AthleteId, Boolean> known = new Recent<>(ATHLETES_REMEMBERED);

    Presence(Shelf shelf, Function<AthleteId, String> prefix) {
        this.shelf = shelf;
        this.prefix = prefix;
    }

    boolean of(AthleteId athlete) {
        return known.get(athlete).orElseGet(() -> {
            String first = prefix.apply(athlete);
            boolean found = shelf.firstKey(first, first + "\uFFFF", key -> true).isPresent();
            known.put(athlete, found);
            return found;
        });
    }

    void put(AthleteId athlete) {
        known.put(athlete, true);
    }

    /** Something went; there may be more. */
    void removed(AthleteId athlete) {
        known.forget(athlete);
    }
}
