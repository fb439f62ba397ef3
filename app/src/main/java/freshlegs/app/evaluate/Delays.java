package freshlegs.app.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long overreaching went unseen: how many cases were seen first on the onset, one day later and so on, and last those unseen
 * for {@value #LATEST_DAYS} days. In {@code openAtOnset} of them a false alarm was standing already.
 */
record Delays(List<Integer> cases, int openAtOnset) {
    static final int LATEST_DAYS = 21;
    static final Delays NONE = new Delays(Collections.nCopies(LATEST_DAYS + 1, 0), 0);

    Delays {
        cases = List.copyOf(cases);
    }

    static Delays of(Alarms alarms, int onset) {
        int delay = 0;
        while (delay < LATEST_DAYS && !alarms.standsOn(onset + delay)) {
            delay++;
        }
        List<Integer> one = new ArrayList<>(NONE.cases);
        one.set(delay, 1);
        return new Delays(one, delay == 0 && alarms.standsOn(onset - 1) ? 1 : 0);
    }

    Delays plus(Delays other) {
        List<Integer> sum = new ArrayList<>(cases);
        for (int delay = 0; delay < sum.size(); delay++) {
            sum.set(delay, cases.get(delay) + other.cases.get(delay));
        }
        return new Delays(sum, openAtOnset + other.openAtOnset);
    }

    int count() {
        return within(LATEST_DAYS + 1);
    }

    /** Seen on one of the first {@code days} days, the onset being the first of them. */
    int within(int days) {
        return cases.subList(0, days).stream().mapToInt(Integer::intValue).sum();
    }

    /** The days from the onset within which half of all cases were seen; none when fewer were. */
    OptionalInt median() {
        for (int delay = 0; delay < LATEST_DAYS; delay++) {
            if (2 * within(delay + 1) >= count() && count() > 0) {
                return OptionalInt.of(delay);
            }
        }
        return OptionalInt.empty();
    }
}
