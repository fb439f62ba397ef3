package freshlegs.model.fact;

/**
 * How much a recording knows, compared part by part in this order: its format (FIT, TCX, GPX), whole before salvaged, minutes
 * with a heart rate, kinds of measurement, samples. The rank is the same comparison in one number, and each can be had from the
 * other.
 */
public record Richness(Format format, boolean whole, long minutesWithHeartRate, long kindsMeasured, long samples) {
    private static final int MOST_MINUTES = 10_000;
    private static final int MINUTES = MOST_MINUTES + 1;
    private static final int KINDS = Samples.COLUMNS + 1;
    private static final int SIZES = Samples.MAX_SIZE + 1;

    static Richness of(Source source, Samples samples) {
        return new Richness(
                source.format(),
                source.salvage().isEmpty(),
                Math.min(MOST_MINUTES, samples.minutesWithHeartRate()),
                samples.filledColumns(),
                samples.size());
    }

    public static Richness ofRank(long rank) {
        long rest = Math.max(0, rank);
        long samples = rest % SIZES;
        rest /= SIZES;
        long kinds = rest % KINDS;
        rest /= KINDS;
        long minutes = rest % MINUTES;
        rest /= MINUTES;
        return new Richness(Format.ofRichness(rest / 2), rest % 2 == 1, minutes, kinds, samples);
    }

    public long rank() {
        long rank = format.richness();
        rank = rank * 2 + (whole ? 1 : 0);
        rank = rank * MINUTES + minutesWithHeartRate;
        rank = rank * KINDS + kindsMeasured;
        return rank * SIZES + samples;
    }
}
