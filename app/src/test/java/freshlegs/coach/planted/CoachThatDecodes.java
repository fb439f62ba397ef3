package freshlegs.coach.planted;

import com.garmin.fit.DateTime;

/** A part other than the decoder that knows the FIT SDK, which must not be. */
public final class CoachThatDecodes {
    private CoachThatDecodes() {}

    static long seconds(DateTime time) {
        return time.getTimestamp();
    }
}
