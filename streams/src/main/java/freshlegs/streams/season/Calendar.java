package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.FactKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From which day to which day an athlete is known. A season begins with the first thing measured or said and ends with the
 * last day heard of or closed; the watch has been heard of on days with a session or a reading. The days of those athletes that
 * were looked at last are kept in memory, at most {@value #MOST_DAYS} days, and read anew from the facts when they are not.
 */
final class Calendar {
    private static final int MOST_DAYS = 1_000_000;
    private static final Set<FactKind> MEASURED =
            EnumSet.of(FactKind.SESSION, FactKind.RESTING_HEART_RATE, FactKind.HRV, FactKind.SLEEP);
    private static final Set<FactKind> BEGINNING = union(MEASURED, FactKind.MORNING_CHECKIN, FactKind.RUN_CHECKIN);
    private static final Set<FactKind> KNOWN = union(BEGINNING, FactKind.DAY_CLOSED);

    private final Shelf facts;
    private final Map<AthleteId, KindsByDay> athletes = new LinkedHashMap<>(16, 0.75f, true);
    private int days;

    Calendar(Shelf facts) {
        this.facts = facts;
    }

    Optional<LocalDate> firstDay(AthleteId athlete) {
        return of(athlete).first(BEGINNING);
    }

    Optional<LocalDate> lastDay(AthleteId athlete) {
        return of(athlete).last(KNOWN);
    }

    Optional<LocalDate> lastHeardOf(AthleteId athlete) {
        return of(athlete).last(MEASURED);
    }

    /**
     * Where to fold anew when something measured on {@code date} comes or goes: there, and behind the day on which the watch was
     * last heard of before, or where the season begins without one, since the days in between turn from missing into rest, and
     * back. Both are named, because a fold that finds nothing new for long stops on its way.
     */
    Set<LocalDate> touchedBy(AthleteId athlete, LocalDate date) {
        return of(athlete)
                .lastBefore(date, MEASURED)
                .map(heardOf -> heardOf.plusDays(1))
                .or(() -> firstDay(athlete))
                .filter(next -> next.isBefore(date))
                .map(next -> Set.of(next, date))
                .orElse(Set.of(date));
    }

    /** Those of the {@code keys} of one athlete under which there may be a fact. */
    List<FactKey> taken(List<FactKey> keys) {
        KindsByDay known = of(keys.get(0).athlete());
        return keys.stream().filter(known::has).toList();
    }

    /** A fact has been put under this key. */
    void put(FactKey key) {
        KindsByDay known = of(key.athlete());
        days -= known.size();
        known.add(key);
        days += known.size();
        makeRoom(key.athlete());
    }

    /** A fact has been removed from under this key. */
    void removed(FactKey key) {
        KindsByDay known = of(key.athlete());
        key.date().ifPresent(date -> {
            String others = FactKey.day(key.athlete(), date) + key.kind().key() + "/";
            if (facts.firstKey(others, others + "\uFFFF", other -> true).isEmpty()) {
                known.remove(date, key.kind());
            }
        });
    }

    private KindsByDay of(AthleteId athlete) {
        KindsByDay known = athletes.get(athlete);
        if (known == null) {
            known = new KindsByDay();
            facts.eachKey(athlete + "/", athlete + "0", known::addText);
            athletes.put(athlete, known);
            days += known.size();
            makeRoom(athlete);
        }
        return known;
    }

    private void makeRoom(AthleteId athlete) {
        Iterator<Map.Entry<AthleteId, KindsByDay>> eldest = athletes.entrySet().iterator();
        while (days > MOST_DAYS && eldest.hasNext()) {
            Map.Entry<AthleteId, KindsByDay> next = eldest.next();
            if (!next.getKey().equals(athlete)) {
                days -= next.getValue().size();
                eldest.remove();
            }
        }
    }

    private static Set<FactKind> union(Set<FactKind> kinds, FactKind... more) {
        Set<FactKind> all = EnumSet.copyOf(kinds);
        all.addAll(Set.of(more));
        return all;
    }
}
