package freshlegs.streams.plan;

import freshlegs.model.fact.Goal;
import freshlegs.model.result.Prescription.Aim;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The goal that lies ahead: the one stated last, until its day has passed. */
final class Aiming {
    /** No new level and no time trial from this many days before a race on. */
    private static final int CLOSE_DAYS = 10;

    private Aiming() {}

    /** {@code before} is what lay ahead on the day before. */
    static Optional<Aim> on(LocalDate date, Optional<Aim> before, Optional<Goal> stated) {
        Optional<Aim> held = stated.isPresent() ? stated.map(Aim::of) : before;
        return held.filter(aim -> !aim.date().isBefore(date));
    }

    static boolean isCloseToRace(LocalDate date, Optional<Aim> aim) {
        return aim.filter(ahead -> ahead.event() == Goal.Event.RACE)
                .filter(race -> ChronoUnit.DAYS.between(date, race.date()) <= CLOSE_DAYS)
                .isPresent();
    }
}
