package freshlegs.model.fact;

/** A damaged file was read as far as it goes: what is wrong with it, and the share of its content that could be read. */
public record Salvage(String reason, int percentRead) {
    public Salvage {
        if (percentRead < 0 || percentRead > 100) {
            throw new IllegalArgumentException("a share lies between 0 and 100 percent");
        }
    }
}
