package freshlegs.model;

import java.util.Locale;

/** Why a planned session gives way; with the day it names an adjustment. */
public enum AdjustmentCause {
    FATIGUE,
    ILLNESS,
    SAFETY,
    /** A hard day or a warning lies less than 72 hours back. */
    SPACING,
    /** More than the athlete has lately been used to. */
    LOAD,
    /** The athlete is away, travels or is busy. */
    AVAILABILITY,
    /** Heat or ice. */
    WEATHER,
    /** Marked soreness. */
    SORENESS,
    /** What was planned for the day was run on a day before. */
    DONE;

    /** As it stands in names: {@code fatigue}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody may run the planned session all the same. */
    public boolean isBinding() {
        return this == ILLNESS || this == SAFETY;
    }
}
