package freshlegs.bench.capacity;

/** Into how many installations athletes are parted, and by which of the limits. */
public record Cells(long byProcessor, long byState, long byTables) {
    private static final double GB_IN_TB = 1e3;
    private static final double MB_IN_TB = 1e6;

    public static Cells of(Need need, Costs costs, Limits limits) {
        double stateOfCell = limits.partitions() * limits.restoreSeconds() * costs.restore() / MB_IN_TB;
        double changelogs = need.state() * costs.changelogs() / costs.state();
        return new Cells(
                (long) Math.ceil(need.cores() / limits.partitions()), (long) Math.ceil(changelogs / stateOfCell), (long)
                        Math.ceil(need.tables() * GB_IN_TB / limits.tableGigabytes()));
    }

    public long count() {
        return Math.max(byProcessor, Math.max(byState, byTables));
    }
}
