package freshlegs.streams.signal;

import java.time.LocalDate;

/** A number of one day. */
record Dated(LocalDate date, double value) {}
