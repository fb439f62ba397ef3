package freshlegs.coach.access;

/** Too many sign in at once; the next moment will do. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Busy() {
        super("too many sign in at once");
    }
}
