package freshlegs.app.world;

import java.util.OptionalInt;

/** What an athlete and the watch do and leave undone; {@code newWatchOn} counts days from 0. */
record Habits(
        boolean forgetful, boolean syncsWeekly, boolean cadenceLock, boolean thermometer, OptionalInt newWatchOn) {
    static Habits draw(Chance chance, int days) {
        boolean forgetful = chance.happens(Mixture.FORGETFUL);
        boolean syncsWeekly = chance.happens(Mixture.SYNCS_WEEKLY);
        boolean cadenceLock = chance.happens(Mixture.HAS_CADENCE_LOCK);
        boolean thermometer = chance.happens(Mixture.HAS_THERMOMETER);
        boolean changes = chance.happens(Mixture.CHANGES_WATCH);
        int day = 1 + chance.oneOf(Math.max(1, days - 1));
        return new Habits(
                forgetful, syncsWeekly, cadenceLock, thermometer, changes ? OptionalInt.of(day) : OptionalInt.empty());
    }
}
