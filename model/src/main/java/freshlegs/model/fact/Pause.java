package freshlegs.model.fact;

/** A stretch during which the watch's timer was stopped. */
public record Pause(double startOffsetSeconds, double durationSeconds) {}
