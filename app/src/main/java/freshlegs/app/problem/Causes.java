package freshlegs.app.problem;

import java.util.stream.Stream;

/** A failure and what it was caused by. */
public final class Causes {
    /** Beyond that it turns in a circle. */
    private static final int DEEP = 20;

    private Causes() {}

    /** From the failure itself inwards. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.<Throwable>iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEP);
    }
}
