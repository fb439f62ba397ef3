package freshlegs.streams.load;

/** What later days must remember of a day's training. */
public record LoadDay(double load) {}
