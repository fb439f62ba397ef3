package freshlegs.streams.signal;

import java.util.Locale;

/** One question of the morning check-in, answered from 1 (best) to 7 (worst). */
public enum Item {
    FATIGUE,
    MOOD,
    SORENESS,
    STRESS,
    SLEEP_QUALITY;

    /** As people say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
