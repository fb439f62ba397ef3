package freshlegs.coach.web;

import freshlegs.coach.access.Visitor;
import freshlegs.model.AthleteId;
import java.util.Optional;

/** Notes who asked for what, before it is answered. */
@FunctionalInterface
interface Journal {
    /** {@code path} is the route's, such as {@code /athletes/{id}}; {@code allowed} whether the visitor may. */
    void note(Visitor visitor, Optional<AthleteId> athlete, String method, String path, boolean allowed);

    static Journal none() {
        return (visitor, athlete, method, path, allowed) -> {};
    }
}
