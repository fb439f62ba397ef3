package freshlegs.coach.page;

import freshlegs.model.Status;

/** A status as it is shown: {@code look} picks icon and colour, {@code word} names it, {@code meaning} says how certain it is. */
public record Standing(String look, String word, String meaning) {

    static Standing of(Status status) {
        return switch (status) {
            case STOP -> new Standing("stop", "Stop", "stop training and seek medical advice");
            case ILLNESS -> new Standing("illness", "Illness", "illness suspected");
            case RED -> new Standing("red", "Red", "accumulating fatigue strongly suspected");
            case AMBER -> new Standing("amber", "Amber", "accumulating fatigue suspected");
            case WATCH -> new Standing("watch", "Watch", "one thing is unusual, not enough to suspect anything");
            case UNKNOWN -> new Standing("unknown", "Unknown", "too little is known to call it calm");
            case GREEN -> new Standing("green", "Green", "nothing unusual seen");
        };
    }

    /** A calm that nobody has confirmed for days is not shown as calm. */
    static Standing of(Status status, boolean stale) {
        return status == Status.GREEN && stale
                ? new Standing("unknown", "Was green", "nothing unusual was seen then; nothing was heard since")
                : of(status);
    }

    /** The lower, the further up the squad's page: urgent, suspected, watched, not known or no longer known, calm. */
    static int place(Status status, boolean stale) {
        return switch (status) {
            case STOP -> 0;
            case ILLNESS -> 1;
            case RED -> 2;
            case AMBER -> 3;
            case WATCH -> 4;
            case UNKNOWN -> 5;
            case GREEN -> stale ? 5 : 6;
        };
    }
}
