package freshlegs.model.fact;

/** What kind of file a recording was read from: of two copies of a run the richer format is preferred. */
public enum Format {
    GPX(0),
    TCX(1),
    FIT(2);

    private final int richness;

    Format(int richness) {
        this.richness = richness;
    }

    int richness() {
        return richness;
    }

    /** The format of that richness; beyond all of them the richest. */
    static Format ofRichness(long richness) {
        return richness <= 0 ? GPX : richness == 1 ? TCX : FIT;
    }
}
