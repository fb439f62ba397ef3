package freshlegs.streams.alert;

/** What later days must remember of a day's votes and latches. */
public record AlertDay(boolean raw) {}
