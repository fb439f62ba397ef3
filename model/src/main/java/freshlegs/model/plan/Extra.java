package freshlegs.model.plan;

/** What goes with a day besides its run. */
public enum Extra {
    MOBILITY("15 min of mobility"),
    ACTIVATION("5 min of activation before the run: hips, feet, ankles"),
    CROSS_TRAINING("30 to 45 min of easy cross-training, if you like");

    private final String words;

    Extra(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
