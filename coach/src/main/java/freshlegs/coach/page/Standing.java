package freshlegs.coach.page;

import freshlegs.model.Status;

/**
 * A status as it is shown: {@code look} picks icon and colour, {@code word} names it, {@code meaning} says how certain it is; the lower
 * its {@code place}, the worse.
 */
public record Standing(String look, String word, String meaning, int place) {

    static Standing of(Status status) {
        return switch (status) {
            case STOP -> new Standing("stop", "Stop", "stop training and seek medical advice", 0);
            case ILLNESS -> new Standing("illness", "Illness", "illness suspected", 1);
            case RED -> new Standing("red", "Red", "accumulating fatigue strongly suspected", 2);
            case AMBER -> new Standing("amber", "Amber", "accumulating fatigue suspected", 3);
            case WATCH -> new Standing("watch", "Watch", "one thing is unusual, not enough to suspect anything", 4);
            case UNKNOWN -> new Standing("unknown", "Unknown", "too little is known to call it calm", 5);
            case GREEN -> new Standing("green", "Green", "nothing unusual seen", 7);
        };
    }

    /** A calm that nobody has confirmed for days is not shown as calm. */
    static Standing of(Status status, boolean stale) {
        return status == Status.GREEN && stale
                ? new Standing("unknown", "Was green", "nothing unusual was seen then; nothing was heard since", 6)
                : of(status);
    }
}
