package freshlegs.streams.signal;

/** What later days must remember of a day's evidence. */
public record SignalDay(boolean spoke) {}
