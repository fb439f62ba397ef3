package freshlegs.streams.plan;

import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.Goal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An athlete's races and time trials of the last 400 days, oldest first, at most eight of them and the best of them always.
 * {@code anew} is when a break had lasted so long that what was known before it paces nothing any more.
 */
public record Benchmarks(List<Known> known, Optional<LocalDate> anew) {
    public static final Benchmarks NONE = new Benchmarks(List.of(), Optional.empty());

    /** From here on without a run paces begin anew: more than three weeks. */
    static final int BREAK_DAYS = 22;

    private static final int REMEMBERED_DAYS = 400;
    private static final int MOST = 8;

    /** One of them. */
    public record Known(LocalDate date, Goal.Event event, int metres, double seconds) {
        static Known of(Benchmark told) {
            return new Known(told.localDate(), told.event(), told.distanceMetres(), told.seconds());
        }

        /** Empty where the formula does not hold: outside 3 to 240 minutes. */
        Optional<Double> vdot() {
            return seconds >= Vdot.SHORTEST_SECONDS && seconds <= Vdot.LONGEST_SECONDS
                    ? Optional.of(Vdot.of(metres, seconds))
                    : Optional.empty();
        }
    }

    public Benchmarks {
        known = List.copyOf(known);
    }

    /**
     * What is known after a day. {@code told} are the benchmarks that people stated for that day (or, at first, up to it); the one
     * {@code found} in that day's runs counts where nobody said anything of the day, not even that it does not count.
     */
    Benchmarks next(LocalDate date, List<Benchmark> told, Optional<Known> found, int daysWithoutRun) {
        LocalDate forgotten = date.minusDays(REMEMBERED_DAYS);
        boolean same = known.stream().allMatch(one -> one.date().isAfter(forgotten));
        if (told.isEmpty() && found.isEmpty() && same && daysWithoutRun < BREAK_DAYS) {
            return this;
        }
        NavigableMap<LocalDate, Known> byDay = new TreeMap<>();
        known.forEach(one -> byDay.put(one.date(), one));
        found.ifPresent(one -> byDay.put(one.date(), one));
        for (Benchmark benchmark : told) {
            byDay.put(benchmark.localDate(), Known.of(benchmark));
        }
        told.stream().filter(Benchmark::withdrawn).map(Benchmark::localDate).forEach(byDay::remove);
        List<Known> all = new ArrayList<>(byDay.tailMap(forgotten, false).values());
        while (all.size() > MOST) {
            all.remove(all.get(0).equals(best(all).orElse(null)) ? 1 : 0);
        }
        return new Benchmarks(
                all, daysWithoutRun < BREAK_DAYS ? anew : Optional.of(date.minusDays(daysWithoutRun - BREAK_DAYS)));
    }

    /** The best of the last 400 days by VDOT. */
    Optional<Known> best(LocalDate date) {
        return best(known.stream()
                .filter(one -> !one.date().isAfter(date) && one.date().isAfter(date.minusDays(REMEMBERED_DAYS)))
                .toList());
    }

    /** Those of the last {@code days} days that still pace, oldest first. */
    List<Known> recent(LocalDate date, int days) {
        return known.stream()
                .filter(one -> !one.date().isAfter(date) && !one.date().isBefore(date.minusDays(days)))
                .filter(one -> anew.stream().noneMatch(one.date()::isBefore))
                .toList();
    }

    private static Optional<Known> best(List<Known> all) {
        return all.stream().filter(one -> one.vdot().isPresent()).max(Comparator.comparing(one -> one.vdot()
                .orElse(0.0)));
    }
}
