package freshlegs.streams.plan;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlanTerms.Mode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days the athlete trains, on which of them long and hard, and how far the plan changes by itself; without
 * {@code since} nobody has stated any. The second hard day keeps 72 hours from the first in every week, or there is none.
 */
record Terms(Optional<LocalDate> since, Set<DayOfWeek> days, DayOfWeek longRun, Mode mode, int mostChangesAWeek) {
    static final Terms USUAL = new Terms(
            Optional.empty(),
            Set.of(TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY),
            SUNDAY,
            Mode.AUTOMATIC,
            PlanTerms.DEFAULT_CHANGES_A_WEEK);

    private static final int WEEK = 7;
    static final int APART_DAYS = 3;
    private static final int FRESH_DAYS = 2;

    Terms {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
    }

    /** What holds after these were stated. */
    static Terms of(PlanTerms stated) {
        return stated.ended()
                ? USUAL
                : new Terms(
                        Optional.of(stated.localDate()),
                        stated.days(),
                        stated.longRun(),
                        stated.mode(),
                        stated.mostChangesAWeek());
    }

    /** The days for hard sessions, the first of them first; {@code most} of them at most. */
    List<DayOfWeek> hardDays(int most) {
        List<DayOfWeek> candidates = days.stream().filter(day -> day != longRun).toList();
        DayOfWeek first = candidates.get(0);
        Optional<DayOfWeek> second = Optional.empty();
        int best = -1;
        for (DayOfWeek one : candidates) {
            for (DayOfWeek other : candidates) {
                int score = APART_DAYS <= apart(one, other) ? WEEK * fresh(one) + apart(one, other) : -1;
                if (one != other && score > best) {
                    best = score;
                    first = one;
                    second = Optional.of(other);
                }
            }
        }
        if (second.isEmpty()) {
            first = candidates.stream()
                    .reduce((one, other) -> fresh(other) > fresh(one) ? other : one)
                    .orElseThrow();
        }
        return most > 1 && second.isPresent() ? List.of(first, second.get()) : List.of(first);
    }

    /** How far the day lies from the long run on either side; more than two days make no difference. */
    private int fresh(DayOfWeek day) {
        return Math.min(FRESH_DAYS, apart(day, longRun));
    }

    private static int apart(DayOfWeek one, DayOfWeek other) {
        int days = Math.floorMod(one.getValue() - other.getValue(), WEEK);
        return Math.min(days, WEEK - days);
    }
}
