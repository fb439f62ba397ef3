package freshlegs.app.doctor;

/** How much a finding matters. */
public enum Weight {
    OK("ok"),
    WARNING("warning"),
    PROBLEM("problem"),
    NOT_ASKED("not asked");

    private final String word;

    Weight(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
