package freshlegs.app.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The days on which a method says that an athlete is overreached: all of them, the first of each alarm, and those on which an
 * alarm first became RED; counted from the first day of the history.
 */
record Alarms(BitSet days, List<Integer> ambers, List<Integer> reds) {
    /** A rule that only looks at one day raises a new alarm when it was silent for so many days; else it would be blamed daily. */
    static final int SILENT_DAYS = 7;

    Alarms {
        days = (BitSet) days.clone();
        ambers = List.copyOf(ambers);
        reds = List.copyOf(reds);
    }

    /** Of a rule that judges each day for itself. */
    static Alarms on(BitSet days) {
        List<Integer> first = new ArrayList<>();
        int before = -1 - SILENT_DAYS;
        for (int day = days.nextSetBit(0); day >= 0; day = days.nextSetBit(day + 1)) {
            if (day - before > SILENT_DAYS) {
                first.add(day);
            }
            before = day;
        }
        return new Alarms(days, first, List.of());
    }

    boolean standsOn(int day) {
        return day >= 0 && days.get(day);
    }
}
