package freshlegs.streams.trend;

import java.util.Locale;

/** What is worth knowing about a day's numbers, spelled in results as {@code load-imputed}. */
public enum Flag {
    NOT_HEARD_OF,
    HEART_RATE_DEGRADED,
    LOAD_IMPUTED,
    EFFORT_IMPUTED,
    RAMP_NOTE,
    RAMP_HIGH,
    MONOTONY_NOTE,
    MONOTONY_HIGH,
    STRAIN_HIGH,
    DISTANCE_HIGH,
    SPIKE_SMALL,
    SPIKE_MODERATE,
    SPIKE_LARGE,
    SLEEP_SHORT,
    RESTING_HEART_RATE_SOURCE_NEW,
    HRV_SOURCE_NEW;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String key() {
        return key;
    }
}
