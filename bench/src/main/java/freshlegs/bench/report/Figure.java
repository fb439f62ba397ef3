package freshlegs.bench.report;

/** One number that was seen, and under which condition. */
public record Figure(Measure measure, double seen, String condition) {}
