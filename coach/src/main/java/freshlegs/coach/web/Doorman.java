package freshlegs.coach.web;

import freshlegs.coach.access.Visitor;
import io.javalin.http.Context;
import java.util.Optional;

/** Knows who sends a request. */
interface Doorman {
    /** Empty for a stranger. */
    Optional<Visitor> who(Context request);

    /** What a stranger is answered, such as the way to sign in. */
    void turnAway(Context request);
}
