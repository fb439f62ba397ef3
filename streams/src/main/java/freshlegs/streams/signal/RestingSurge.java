package freshlegs.streams.signal;

import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;

/**
 * Whether the resting heart rate of this and the last known morning (within four days) lies, on average, so far above usual that an
 * illness is likelier than training: infections move it by many spreads (Alavi 2021), overload by less than one (Bosquet 2008).
 * Its chart then waits, for a week at most; what lasts longer is evidence after all.
 */
final class RestingSurge {
    private static final int LAST_WITHIN_DAYS = 4;

    private final Series mornings;
    private final Baseline usual;
    private final double floor;
    private final double limit;

    private RestingSurge(Series mornings, Baseline usual, double floor, Rules rules) {
        this.mornings = mornings;
        this.usual = usual;
        this.floor = floor;
        this.limit = rules.of(Threshold.ILLNESS_SURGE_SPREADS);
    }

    /** {@code mornings} are those of one source up to today, which is the last of them when it was measured. */
    static boolean on(long today, Series mornings, Baseline usual, double floor, Rules rules) {
        RestingSurge surge = new RestingSurge(mornings, usual, floor, rules);
        int last = mornings.size() - 1;
        if (last < 1 || mornings.day(last) != today || !usual.isKnown() || !surge.at(last)) {
            return false;
        }
        int first = last;
        while (first > 1 && surge.at(first - 1)) {
            first--;
        }
        return today - mornings.day(first) < rules.count(Threshold.ILLNESS_SURGE_DAYS);
    }

    private boolean at(int i) {
        boolean close = mornings.day(i) - mornings.day(i - 1) <= LAST_WITHIN_DAYS;
        return close && (z(i) + z(i - 1)) / 2 >= limit;
    }

    private double z(int i) {
        return usual.z(mornings.day(i), mornings.value(i), floor);
    }
}
