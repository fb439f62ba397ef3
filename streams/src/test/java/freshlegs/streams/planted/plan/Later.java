package freshlegs.streams.planted.plan;

/** Planted: may be used by nothing that comes before it. */
public final class Later {
    private Later() {}

    public static String name() {
        return "later";
    }
}
