package freshlegs.streams.season;

import freshlegs.model.fact.FactKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Of which kinds there are facts on each of an athlete's days, and which kinds lie apart from all days. */
final class KindsByDay {
    private static final int ROOM_DAYS = 32;

    private long first;
    private int[] masks = {};
    private int offClock;
    private int leftOut;

    void add(FactKey key) {
        int bit = bit(key.kind());
        switch (key.place()) {
            case FactKey.OFF_CLOCK -> offClock |= bit;
            case FactKey.LEFT_OUT -> leftOut |= bit;
            default ->
                key.date().ifPresent(date -> {
                    int at = room(date);
                    masks[at] |= bit;
                });
        }
    }

    void addText(String key) {
        add(FactKey.parse(key));
    }

    void remove(LocalDate date, FactKind kind) {
        if (isWithin(date)) {
            masks[at(date)] &= ~bit(kind);
        }
    }

    /** Whether there may be such a fact at {@code place}; it is certain only of dates. */
    boolean has(FactKey key) {
        int bit = bit(key.kind());
        int mask =
                switch (key.place()) {
                    case FactKey.OFF_CLOCK -> offClock;
                    case FactKey.LEFT_OUT -> leftOut;
                    default ->
                        key.date()
                                .map(date -> isWithin(date) ? masks[at(date)] : 0)
                                .orElse(0);
                };
        return (mask & bit) != 0;
    }

    Optional<LocalDate> first(Set<FactKind> kinds) {
        int wanted = mask(kinds);
        for (int i = 0; i < masks.length; i++) {
            if ((masks[i] & wanted) != 0) {
                return Optional.of(LocalDate.ofEpochDay(first + i));
            }
        }
        return Optional.empty();
    }

    Optional<LocalDate> last(Set<FactKind> kinds) {
        return lastBefore(first + masks.length, kinds);
    }

    Optional<LocalDate> lastBefore(LocalDate end, Set<FactKind> kinds) {
        return lastBefore(end.toEpochDay(), kinds);
    }

    private Optional<LocalDate> lastBefore(long end, Set<FactKind> kinds) {
        int wanted = mask(kinds);
        for (int i = (int) Math.min(masks.length, end - first) - 1; i >= 0; i--) {
            if ((masks[i] & wanted) != 0) {
                return Optional.of(LocalDate.ofEpochDay(first + i));
            }
        }
        return Optional.empty();
    }

    /** How many days it takes memory for. */
    int size() {
        return masks.length;
    }

    private boolean isWithin(LocalDate date) {
        long at = date.toEpochDay() - first;
        return at >= 0 && at < masks.length;
    }

    private int at(LocalDate date) {
        return (int) (date.toEpochDay() - first);
    }

    /** Makes room for {@code date}, at least a tenth more than there was. */
    private int room(LocalDate date) {
        long day = date.toEpochDay();
        int more = ROOM_DAYS + masks.length / 10;
        if (masks.length == 0) {
            first = day;
            masks = new int[ROOM_DAYS];
        } else if (day < first) {
            int ahead = (int) Math.max(first - day, more);
            int[] longer = new int[masks.length + ahead];
            System.arraycopy(masks, 0, longer, ahead, masks.length);
            masks = longer;
            first -= ahead;
        } else if (day >= first + masks.length) {
            masks = Arrays.copyOf(masks, (int) Math.max(day - first + 1, masks.length + more));
        }
        return at(date);
    }

    private static int mask(Set<FactKind> kinds) {
        int mask = 0;
        for (FactKind kind : kinds) {
            mask |= bit(kind);
        }
        return mask;
    }

    /** Only for memory, never for stores. */
    @SuppressWarnings("EnumOrdinal")
    private static int bit(FactKind kind) {
        return 1 << kind.ordinal();
    }
}
