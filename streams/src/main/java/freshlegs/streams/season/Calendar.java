package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.FactKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * From which day to which day an athlete is known. A season begins with the first thing measured or said and ends with the
 * last day heard of or closed; the watch has been heard of on days with a session or a reading.
 */
final class Calendar {
    private static final Set<FactKind> MEASURED =
            EnumSet.of(FactKind.SESSION, FactKind.RESTING_HEART_RATE, FactKind.HRV, FactKind.SLEEP);
    private static final Set<FactKind> BEGINNING = union(MEASURED, FactKind.MORNING_CHECKIN, FactKind.RUN_CHECKIN);
    private static final Set<FactKind> KNOWN = union(BEGINNING, FactKind.DAY_CLOSED);

    private final Shelf facts;

    Calendar(Shelf facts) {
        this.facts = facts;
    }

    Optional<LocalDate> firstDay(AthleteId athlete) {
        return facts.firstKey(athlete + "/", days(athlete), key -> isOf(key, BEGINNING))
                .flatMap(Calendar::dateOf);
    }

    Optional<LocalDate> lastDay(AthleteId athlete) {
        return last(athlete, days(athlete), KNOWN);
    }

    Optional<LocalDate> lastHeardOf(AthleteId athlete) {
        return last(athlete, days(athlete), MEASURED);
    }

    /**
     * Where to fold anew when something measured on {@code date} comes or goes: there, and behind the day on which the watch was
     * last heard of before, or where the season begins without one, since the days in between turn from missing into rest, and
     * back. Both are named, because a fold that finds nothing new for long stops on its way.
     */
    Set<LocalDate> touchedBy(AthleteId athlete, LocalDate date) {
        return last(athlete, FactKey.day(athlete, date), MEASURED)
                .map(heardOf -> heardOf.plusDays(1))
                .or(() -> firstDay(athlete))
                .filter(next -> next.isBefore(date))
                .map(next -> Set.of(next, date))
                .orElse(Set.of(date));
    }

    private Optional<LocalDate> last(AthleteId athlete, String end, Set<FactKind> kinds) {
        return facts.lastKey(athlete + "/", end, key -> isOf(key, kinds)).flatMap(Calendar::dateOf);
    }

    private static boolean isOf(String key, Set<FactKind> kinds) {
        return kinds.contains(FactKey.parse(key).kind());
    }

    private static Optional<LocalDate> dateOf(String key) {
        return FactKey.parse(key).date();
    }

    /** Where an athlete's dated keys end: what is off the clock lies behind. */
    private static String days(AthleteId athlete) {
        return athlete + "/:";
    }

    private static Set<FactKind> union(Set<FactKind> kinds, FactKind... more) {
        Set<FactKind> all = EnumSet.copyOf(kinds);
        all.addAll(Set.of(more));
        return all;
    }
}
