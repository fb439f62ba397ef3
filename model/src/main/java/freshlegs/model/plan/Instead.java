package freshlegs.model.plan;

import java.util.Locale;
import java.util.Optional;

/** What a person may ask for instead of an adjusted session: nothing longer than what was planned. */
public enum Instead {
    REST(0, "Rest"),
    EASY(30, "Easy run"),
    TECHNICAL(35, "Technical run: easy, drills and a few relaxed strides");

    private final int mostMinutes;
    private final String words;

    Instead(int mostMinutes, String words) {
        this.mostMinutes = mostMinutes;
        this.words = words;
    }

    /** As it is asked for: {@code easy}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Instead> of(String key) {
        for (Instead known : values()) {
            if (known.key().equals(key)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** How long it is where a session of so many minutes was planned. */
    public int minutes(int planned) {
        return Math.min(mostMinutes, planned);
    }

    public String words(int planned) {
        return minutes(planned) == 0 ? words : words + ", " + minutes(planned) + " min";
    }
}
