package freshlegs.ingest.decode;

import freshlegs.model.Sport;
import java.util.Locale;
import java.util.Optional;

/** Sports as programs and their users spell them: {@code Run}, {@code trail_running}, {@code Virtual Ride}. */
public final class SportWords {
    private SportWords() {}

    /** The sport, {@link Sport#OTHER} for one that is none of ours, nothing when {@code text} names none. */
    public static Optional<Sport> sport(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return switch (word) {
            case "", "other", "track", "unknown", "activity", "generic", "default" -> Optional.empty();
            case "9" -> Optional.of(Sport.RUNNING);
            case "1" -> Optional.of(Sport.CYCLING);
            default -> Optional.of(named(word));
        };
    }

    private static Sport named(String word) {
        if (has(word, "run", "jog", "lauf", "treadmill")) {
            return Sport.RUNNING;
        }
        if (has(word, "hik", "wander", "snowshoe", "mountaineer")) {
            return Sport.HIKING;
        }
        if (has(word, "walk")) {
            return Sport.WALKING;
        }
        if (has(word, "swim")) {
            return Sport.SWIMMING;
        }
        if (has(word, "rowing") || word.equals("row")) {
            return Sport.ROWING;
        }
        if (has(word, "ride", "cycl", "bik")) {
            return Sport.CYCLING;
        }
        if (has(word, "kiteski", "waterski", "jetski")) {
            return Sport.OTHER;
        }
        if (has(word, "ski", "snowboard")) {
            return Sport.SKIING;
        }
        return has(word, "weight", "strength") ? Sport.STRENGTH : Sport.OTHER;
    }

    private static boolean has(String word, String... parts) {
        for (String part : parts) {
            if (word.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
