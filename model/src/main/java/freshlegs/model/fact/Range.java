package freshlegs.model.fact;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Says in one sentence which answer is out of its range. */
final class Range {
    private Range() {}

    static void check(String name, OptionalInt answer, int lowest, int highest) {
        answer.ifPresent(given -> check(name, given < lowest || given > highest, lowest, highest));
    }

    static void check(String name, OptionalDouble answer, int lowest, int highest) {
        answer.ifPresent(given -> check(name, !(given >= lowest && given <= highest), lowest, highest));
    }

    private static void check(String name, boolean outside, int lowest, int highest) {
        if (outside) {
            throw new IllegalArgumentException(name + " must lie between " + lowest + " and " + highest);
        }
    }
}
