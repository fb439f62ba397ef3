package freshlegs.model.fact;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Ranks tellings of one fact by what they say of themselves: first by the number of the edit, which whoever edits sets one above
 * all that they know of, then by the time at which it was recorded. So a telling from a clock that runs years ahead can still be
 * put right. What ties is decided by the revision, never by the order of arrival.
 */
final class EditOrder {
    static final int MOST_EDITS = 100_000;

    private static final int MILLIS_BITS = 44;
    private static final long MOST_MILLIS = (1L << MILLIS_BITS) - 1;

    private EditOrder() {}

    static void check(int edit) {
        Range.check("edit", OptionalInt.of(edit), 0, MOST_EDITS);
    }

    static long rank(int edit, Instant recordedAt) {
        return ((long) edit << MILLIS_BITS) | millis(recordedAt);
    }

    /** From 1970 to the year 2527, and what lies outside at the ends. */
    private static long millis(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            return 0;
        }
        return at.isAfter(Instant.ofEpochMilli(MOST_MILLIS)) ? MOST_MILLIS : at.toEpochMilli();
    }
}
