package freshlegs.streams.load;

import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How hard each session of a day felt, 1 to 10: what the athlete said of the day's n-th run, else what the watch was told. */
final class Efforts {
    private final Map<FactRef, OptionalDouble> bySession = new HashMap<>();

    /** {@code sessions} in the order of their start. */
    Efforts(List<Session> sessions, List<CheckIn> checkIns) {
        int run = 0;
        for (Session session : sessions) {
            run += session.sport().isRun() ? 1 : 0;
            OptionalInt told = session.sport().isRun() ? told(checkIns, run) : OptionalInt.empty();
            bySession.put(session.ref(), told.isPresent() ? OptionalDouble.of(told.getAsInt()) : fromWatch(session));
        }
    }

    OptionalDouble of(Session session) {
        return bySession.getOrDefault(session.ref(), OptionalDouble.empty());
    }

    private static OptionalInt told(List<CheckIn> checkIns, int run) {
        for (CheckIn checkIn : checkIns) {
            if (checkIn instanceof CheckIn.AfterRun after && after.ordinal() == run) {
                return after.effort();
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalDouble fromWatch(Session session) {
        double rpe = session.workoutRpe().orElse(0);
        return rpe > 0 && rpe <= 10 ? OptionalDouble.of(rpe) : OptionalDouble.empty();
    }
}
