package freshlegs.model;

import java.util.Locale;

/** Why a planned session gives way; with the day it names an adjustment. */
public enum AdjustmentCause {
    FATIGUE,
    ILLNESS,
    SAFETY,
    /** A hard day or a warning lies less than 72 hours back. */
    SPACING;

    /** As it stands in names: {@code fatigue}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody may run the planned session all the same. */
    public boolean isBinding() {
        return this == ILLNESS || this == SAFETY;
    }
}
