package freshlegs.app.watch;

/** A file of a watch that was not handed over, and why. */
public record Skipped(String path, String reason) {}
