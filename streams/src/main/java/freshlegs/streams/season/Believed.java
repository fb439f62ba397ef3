package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Benchmark;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Clearance;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.Goal;
import freshlegs.model.fact.IssuedSession;
import freshlegs.model.fact.PlanDecision;
import freshlegs.model.fact.PlanTerms;
import freshlegs.model.fact.PlannedPhase;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.model.fact.WeekOrder;
import freshlegs.streams.plan.Wishes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the fold is told of a day: every run once, of everything else the revision that is believed, and of profiles all that was
 * ever stated.
 */
final class Believed {
    private static final Comparator<Fact> STATED =
            Comparator.comparing(Fact::localDate).thenComparing(Facts.BELIEF);

    /** What holds from its day on. */
    private static final Set<FactKind> STATED_KINDS = EnumSet.of(
            FactKind.GOAL, FactKind.PLAN_TERMS, FactKind.BENCHMARK, FactKind.CLEARANCE, FactKind.PLANNED_PHASE);

    private final Facts facts;
    private final Shelf shelf;

    Believed(Facts facts, Shelf shelf) {
        this.facts = facts;
        this.shelf = shelf;
    }

    /** What people ask of each of the {@code days} after {@code last}. */
    List<Wishes> ahead(AthleteId athlete, LocalDate last, int days) {
        Map<LocalDate, List<Fact>> read = facts.between(athlete, last.plusDays(1), last.plusDays(days + 1L));
        List<Wishes> ahead = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            List<Fact> asked = read.getOrDefault(last.plusDays(day), List.of());
            List<Fact> believed =
                    asked.stream().filter(fact -> isBelieved(fact, asked)).toList();
            ahead.add(wishes(asked, believed));
        }
        return List.copyOf(ahead);
    }

    /** {@code all} are the facts of the day, on a season's first day with those that people stated before it. */
    private static Wishes wishes(List<Fact> all, List<Fact> today) {
        return new Wishes(
                latest(all, Goal.class),
                of(today, PlanDecision.class),
                latest(all, PlanTerms.class),
                inOrder(all, Benchmark.class),
                latest(all, Clearance.class),
                of(today, IssuedSession.class).stream().findFirst(),
                inOrder(all, PlannedPhase.class),
                of(today, WeekOrder.class).stream().findFirst());
    }

    private static <F extends Fact> Optional<F> latest(List<Fact> all, Class<F> type) {
        List<F> stated = stated(all, type);
        return stated.isEmpty() ? Optional.empty() : Optional.of(stated.get(stated.size() - 1));
    }

    private static <F extends Fact> List<F> inOrder(List<Fact> all, Class<F> type) {
        return of(
                all.stream()
                        .filter(fact -> type.isInstance(fact) && isBelieved(fact, all))
                        .sorted(Comparator.comparing(Fact::localDate).thenComparing(Fact::factId))
                        .toList(),
                type);
    }

    /** For a fold that goes forward to {@code last}. */
    Way way(AthleteId athlete, LocalDate first, LocalDate last) {
        return new Way(athlete, first, last);
    }

    /** The days of one athlete, whose facts are read ahead a stretch at a time. */
    final class Way {
        private static final int AHEAD_DAYS = 32;

        private final AthleteId athlete;
        private final LocalDate first;
        private final LocalDate last;
        private Map<LocalDate, List<Fact>> read = Map.of();
        private LocalDate from = LocalDate.MAX;
        private LocalDate end = LocalDate.MAX;

        private Way(AthleteId athlete, LocalDate first, LocalDate last) {
            this.athlete = athlete;
            this.first = first;
            this.last = last;
        }

        DayFacts on(LocalDate date, boolean heardOfLater) {
            boolean isFirst = date.equals(first);
            List<Fact> day = facts(date);
            List<Fact> believed =
                    day.stream().filter(fact -> isBelieved(fact, day)).toList();
            return new DayFacts(
                    athlete,
                    date,
                    stated(isFirst ? upTo(athlete, date, EnumSet.of(FactKind.PROFILE)) : day, Profile.class),
                    of(believed, Session.class),
                    of(believed, Reading.class),
                    of(believed, CheckIn.class),
                    heardOfLater,
                    wishes(isFirst ? upTo(athlete, date, STATED_KINDS) : day, believed));
        }

        private List<Fact> facts(LocalDate date) {
            if (date.isBefore(from) || !date.isBefore(end)) {
                LocalDate furthest = last.plusDays(1);
                from = date;
                end = date.plusDays(AHEAD_DAYS).isBefore(furthest) ? date.plusDays(AHEAD_DAYS) : furthest;
                read = facts.between(athlete, from, end);
            }
            return read.getOrDefault(date, List.of());
        }
    }

    /** Of a run there is one copy, the others lie apart; of anything else the best telling has its day in its name. */
    private static boolean isBelieved(Fact fact, List<Fact> day) {
        if (fact.kind() == FactKind.SESSION) {
            return true;
        }
        for (Fact other : day) {
            if (other != fact
                    && other.kind() == fact.kind()
                    && other.factId().equals(fact.factId())
                    && Facts.BELIEF.compare(other, fact) > 0) {
                return false;
            }
        }
        return true;
    }

    private List<Fact> upTo(AthleteId athlete, LocalDate date, Set<FactKind> kinds) {
        List<Fact> all = new ArrayList<>();
        String end = FactKey.day(athlete, date.plusDays(1));
        String from = athlete + "/";
        while (true) {
            var next = shelf.firstKey(
                    from, end, key -> kinds.contains(FactKey.parse(key).kind()));
            if (next.isEmpty()) {
                return all;
            }
            facts.get(FactKey.parse(next.get())).ifPresent(all::add);
            from = next.get() + " ";
        }
    }

    /** In the order in which they were stated: a later one replaces only what it states. */
    private static <F> List<F> stated(List<Fact> all, Class<F> type) {
        return of(all.stream().sorted(STATED).toList(), type);
    }

    private static <F> List<F> of(List<Fact> all, Class<F> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
