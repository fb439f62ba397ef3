package freshlegs.streams.load;

/** Session effort (0 to 10) times minutes, in arbitrary units (Foster 2001); an hour at effort 7 equals a load of 100. */
public final class EffortLoad {
    private static final double LOAD_PER_UNIT = 0.238;

    private EffortLoad() {}

    public static double of(double effort, double minutes) {
        return effort * minutes;
    }

    /** On the scale where 100 is an hour at threshold. */
    static double score(double effort, double minutes) {
        return of(effort, minutes) * LOAD_PER_UNIT;
    }

    /** The effort load that a training load would usually come with, for a session of which no effort is known. */
    public static double fromLoad(double load) {
        return load / LOAD_PER_UNIT;
    }
}
