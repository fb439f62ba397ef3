package freshlegs.streams.planted.load;

import freshlegs.streams.planted.plan.Later;

/** Planted: uses what comes after it. */
final class LooksAhead {
    private LooksAhead() {}

    static String ahead() {
        return Later.name();
    }
}
