package freshlegs.model.plan;

/** What to run on; off the road and uphill paces give way to effort. */
public enum Surface {
    ANY("wherever you like"),
    FLAT("a flat road or path"),
    GENTLY_HILLY("a gently hilly route, by effort instead of pace"),
    SOFT("grass or a soft trail, by effort instead of pace"),
    TRACK("a track or a measured flat stretch"),
    INDOORS("a treadmill or indoors");

    private final String words;

    Surface(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
