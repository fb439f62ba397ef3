package freshlegs.model.fact;

/** Where the heart rate was taken; it decides how far it is trusted. */
public enum HeartRateSource {
    STRAP,
    WRIST,
    UNKNOWN
}
