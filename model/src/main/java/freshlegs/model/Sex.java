package freshlegs.model;

/** Sex as the heart-rate formulas use it; {@link #UNKNOWN} takes their mean coefficients. */
public enum Sex {
    FEMALE,
    MALE,
    UNKNOWN
}
