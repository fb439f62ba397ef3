package freshlegs.coach.page;

import freshlegs.model.Status;
import java.util.Locale;

/**
 * A status as it is shown: {@code look} picks icon and colour, {@code word} names it, {@code meaning} says how certain it is; the lower
 * its {@code place}, the worse.
 */
public record Standing(String look, String word, String meaning, int place) {
    private static final int WAS_GREEN = 6;

    static Standing of(Status status, Voice voice) {
        String look = status.name().toLowerCase(Locale.ROOT);
        return standing(look, look, place(status), voice);
    }

    /** A calm that nobody has confirmed for days is not shown as calm. */
    static Standing of(Status status, boolean stale, Voice voice) {
        return status == Status.GREEN && stale ? standing("unknown", "was-green", WAS_GREEN, voice) : of(status, voice);
    }

    private static Standing standing(String look, String word, int place, Voice voice) {
        String key = "words.status." + word;
        return new Standing(look, voice.say(key), voice.say(key + ".meaning"), place);
    }

    private static int place(Status status) {
        return switch (status) {
            case STOP -> 0;
            case ILLNESS -> 1;
            case RED -> 2;
            case AMBER -> 3;
            case WATCH -> 4;
            case UNKNOWN -> 5;
            case GREEN -> WAS_GREEN + 1;
        };
    }
}
