package freshlegs.ingest.fit;

import freshlegs.model.fact.HeartRateSource;

/**
 * The watch that a file says it comes from. {@code manufacturer} and {@code product} are FIT's numbers; with
 * {@link HeartRateSource#UNKNOWN} the file names no heart-rate sensor.
 */
public record WrittenDevice(
        int manufacturer, int product, String productName, long serial, HeartRateSource heartRateSource) {
    /** What FIT reserves for devices under development. */
    public static final int DEVELOPMENT = 255;
}
