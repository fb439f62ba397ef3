package freshlegs.streams.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a fatigue alert is from clearing: on how many of the last days the evidence did not agree, how far the athlete's
 * feeling lies from usual, and what a red one needs besides. It clears when all of it holds.
 */
record Clearing(int quietDays, int quietOn, int ofDays, double feeling, double feelingIsBack, Optional<Hold> red) {

    /** What RED needs besides: so many days in it, and one controlled session on target. */
    record Hold(long days, int leastDays, boolean onTarget) {
        boolean isOver() {
            return days >= leastDays && onTarget;
        }

        private List<String> words() {
            return List.of(
                    "it has been red for " + leastDays + " days (" + days + " now)",
                    "a controlled session is on target (" + (onTarget ? "done" : "none yet") + ")");
        }
    }

    boolean isOver() {
        return quietDays >= quietOn
                && feeling < feelingIsBack
                && red.map(Hold::isOver).orElse(true);
    }

    /** Of an alert that stands. */
    String whatWouldClear() {
        List<String> parts = new ArrayList<>(red.map(Hold::words).orElse(List.of()));
        parts.add("the two keys disagree on " + quietOn + " of " + ofDays + " days (" + quietDays + " now)");
        parts.add("feeling is back within " + feelingIsBack + " of usual (" + Wording.twoDecimals(feeling) + " now)");
        return "Clears when " + Wording.joined(parts) + ".";
    }

    /** Of the day on which it cleared. */
    String whatCleared() {
        return "Cleared: the two keys disagreed on " + quietDays + " of the last " + ofDays
                + " days and feeling was back within " + feelingIsBack + " of usual (" + Wording.twoDecimals(feeling)
                + ").";
    }
}
