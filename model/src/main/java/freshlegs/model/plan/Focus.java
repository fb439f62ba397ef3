package freshlegs.model.plan;

/** What to think of while running: how to hold oneself, how to breathe, and a word to come back to. */
public enum Focus {
    POSTURE(
            "Run tall, hips forward, eyes on the horizon",
            "Breathe out fully and let the air come in by itself",
            "tall"),
    CADENCE("Land under the body with quick, light steps", "Breathe in the rhythm of your steps", "quick"),
    ARMS("Elbows back, hands and shoulders loose", "Let the shoulders drop with every breath out", "loose"),
    SMOOTH_SPEED("Fast without force: face and hands stay soft", "Breathe on, never hold the breath", "smooth"),
    RHYTHM("Hold one rhythm from the first step to the last", "Two steps in, two steps out", "even"),
    UPHILL(
            "Shorter steps, lean from the ankles, eyes up the hill",
            "Breathe deep and early, before you need it",
            "lift");

    private final String posture;
    private final String breathing;
    private final String cue;

    Focus(String posture, String breathing, String cue) {
        this.posture = posture;
        this.breathing = breathing;
        this.cue = cue;
    }

    public String posture() {
        return posture;
    }

    public String breathing() {
        return breathing;
    }

    /** One word. */
    public String cue() {
        return cue;
    }
}
