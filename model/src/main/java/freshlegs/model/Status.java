package freshlegs.model;

/** How an athlete stands on a day, from calm to urgent; {@link #UNKNOWN} says that too little is known to call it calm. */
public enum Status {
    UNKNOWN,
    GREEN,
    WATCH,
    AMBER,
    RED,
    ILLNESS,
    STOP;

    public boolean isAlert() {
        return compareTo(AMBER) >= 0;
    }

    public boolean isWorseThan(Status other) {
        return compareTo(other) > 0;
    }
}
