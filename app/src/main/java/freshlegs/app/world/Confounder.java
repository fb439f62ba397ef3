package freshlegs.app.world;

import freshlegs.app.labelled.Cause;

/** What is no overreaching and may look like it; how long it lasts, and about how often a year an athlete meets it (chosen here). */
public enum Confounder {
    ALCOHOL(Cause.ALCOHOL, 1, 12),
    /** Six beats more at the same pace; half of the watches have a thermometer. */
    HOT_WEEK(Cause.HEAT, 7, 1),
    /** Over six time zones. */
    FLIGHT(Cause.TRAVEL, 4, 1),
    /** Without running. */
    ILLNESS(Cause.ILLNESS, 5, 2),
    /** Planned, with 40 % more load. */
    HARD_BLOCK(Cause.BLOCK, 10, 2),
    TAPER(Cause.TAPER, 10, 1),
    WEEK_OFF(Cause.AWAY, 7, 1);

    private final Cause cause;
    private final int days;
    private final double timesAYear;

    Confounder(Cause cause, int days, double timesAYear) {
        this.cause = cause;
        this.days = days;
        this.timesAYear = timesAYear;
    }

    public Cause cause() {
        return cause;
    }

    public int days() {
        return days;
    }

    public double timesAYear() {
        return timesAYear;
    }
}
