package freshlegs.model;

/** The sports that training load tells apart; everything rarer is {@link #OTHER}. */
public enum Sport {
    RUNNING,
    WALKING,
    HIKING,
    CYCLING,
    SWIMMING,
    SKIING,
    ROWING,
    STRENGTH,
    OTHER;

    public boolean isRun() {
        return this == RUNNING;
    }
}
