package freshlegs.coach.web;

import freshlegs.coach.access.AccessLog;
import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.model.AthleteId;
import java.util.Optional;
import java.util.Set;

/** Notes who asked for what, before it is answered. */
@FunctionalInterface
interface Journal {
    /** For every visitor, but telling of no athlete. */
    Set<String> ABOUT_NOBODY = Set.of("/live", "/rules", "/preferences");

    /** {@code allowed} is whether the visitor may. */
    void note(Visitor visitor, Optional<AthleteId> athlete, Gate.Way way, boolean allowed);

    /** Of a list it notes how many athletes its reader may be told of. */
    static Journal in(AccessLog log) {
        return (visitor, athlete, way, allowed) -> log.note(
                visitor,
                athlete,
                athlete.isPresent() ? 1 : athletes(visitor, way, allowed),
                way.method().name(),
                way.path(),
                allowed);
    }

    private static int athletes(Visitor visitor, Gate.Way way, boolean allowed) {
        return allowed && way.whom() == Gate.For.VISITORS && !ABOUT_NOBODY.contains(way.path())
                ? (int) visitor.roles().values().stream()
                        .filter(role -> role.may(Right.SEE))
                        .count()
                : 0;
    }
}
