package freshlegs.bench.capacity;

/**
 * What is assumed of athletes and machines, beside what was measured. {@code filesAYear} of {@code fileKilobytes} each; on the busiest
 * day so many times the mean, of which a share in its busiest hour; {@code days} of check-ins, readings and closed days count as a file
 * each. Processors are to be used up to {@code use}; Kafka keeps {@code copies}, and as much again may wait for compaction; everything
 * is kept for {@code years}.
 */
public record Habits(
        double filesAYear,
        double fileKilobytes,
        double busiestDay,
        double busiestHour,
        double days,
        double use,
        int copies,
        double compaction,
        double years) {
    /** 174 KB is the mean of 146 real recordings of runs. */
    public static final Habits USUAL = new Habits(250, 174, 2, 0.15, 365, 0.5, 3, 2, 3);
}
