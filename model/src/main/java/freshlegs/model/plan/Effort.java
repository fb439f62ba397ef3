package freshlegs.model.plan;

/** How hard it may feel, from 1 to 10 with 10 hardest; 0 to 0 when nothing is asked. */
public record Effort(int lowest, int highest) {
    public static final Effort NONE = new Effort(0, 0);

    public Effort {
        if (lowest < 0 || highest < lowest || highest > 10) {
            throw new IllegalArgumentException("effort must be a range within 0 to 10");
        }
    }
}
