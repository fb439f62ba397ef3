package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the fold is told of a day: every run once, of everything else the revision that is believed, and of profiles all that was
 * ever stated.
 */
final class Believed {
    private static final Comparator<Fact> STATED =
            Comparator.comparing(Fact::localDate).thenComparing(Facts.BELIEF);

    private final Facts facts;
    private final Shelf shelf;

    Believed(Facts facts, Shelf shelf) {
        this.facts = facts;
        this.shelf = shelf;
    }

    DayFacts on(AthleteId athlete, LocalDate date, boolean firstDay, boolean heardOfLater) {
        List<Fact> day = facts.on(athlete, date);
        List<Fact> believed = day.stream().filter(fact -> isBelieved(fact, day)).toList();
        return new DayFacts(
                athlete,
                date,
                firstDay ? profilesUpTo(athlete, date) : profiles(day),
                of(believed, Session.class),
                of(believed, Reading.class),
                of(believed, CheckIn.class),
                heardOfLater);
    }

    /** Of a run there is one copy, the others lie apart; of anything else the best telling has its day in its name. */
    private static boolean isBelieved(Fact fact, List<Fact> day) {
        return fact.kind() == FactKind.SESSION
                || day.stream()
                        .filter(other ->
                                other.kind() == fact.kind() && other.factId().equals(fact.factId()))
                        .allMatch(other -> Facts.BELIEF.compare(other, fact) <= 0);
    }

    private List<Profile> profilesUpTo(AthleteId athlete, LocalDate date) {
        List<Fact> all = new ArrayList<>();
        String kind = "/" + FactKind.PROFILE.key() + "/";
        String end = FactKey.day(athlete, date.plusDays(1));
        String from = athlete + "/";
        while (true) {
            var next = shelf.firstKey(from, end, key -> key.contains(kind));
            if (next.isEmpty()) {
                return profiles(all);
            }
            facts.get(FactKey.parse(next.get())).ifPresent(all::add);
            from = next.get() + " ";
        }
    }

    /** In the order in which they were stated: a later one replaces only what it states. */
    private static List<Profile> profiles(List<Fact> all) {
        return of(all.stream().sorted(STATED).toList(), Profile.class);
    }

    private static <F> List<F> of(List<Fact> all, Class<F> type) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
