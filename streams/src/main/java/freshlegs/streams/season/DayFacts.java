package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.CheckIn;
import freshlegs.model.fact.Profile;
import freshlegs.model.fact.Reading;
import freshlegs.model.fact.Session;
import freshlegs.streams.plan.Wishes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The believed facts of one athlete's local day, in an order that does not depend on their arrival. For the first day of a
 * season {@code profiles} hold all that is dated up to it, on other days those that begin then; {@code wishes} likewise, see there. {@code heardOfLater} says that something was delivered for this
 * day or a later one by the same source, so that no run means rest.
 */
public record DayFacts(
        AthleteId athlete,
        LocalDate date,
        List<Profile> profiles,
        List<Session> sessions,
        List<Reading> readings,
        List<CheckIn> checkIns,
        boolean heardOfLater,
        Wishes wishes) {

    public DayFacts {
        profiles = sorted(profiles, Comparator.comparing(Profile::localDate).thenComparing(Profile::recordedAt));
        sessions = sorted(
                sessions,
                Comparator.comparing(Session::start)
                        .thenComparing(Session::factId)
                        .thenComparing(Session::revision));
        readings = sorted(readings, Comparator.comparing(Reading::kind).thenComparing(Reading::factId));
        checkIns = sorted(checkIns, Comparator.comparing(CheckIn::kind).thenComparing(CheckIn::factId));
    }

    private static <F> List<F> sorted(List<F> facts, Comparator<F> order) {
        List<F> sorted = new ArrayList<>(facts);
        sorted.sort(order);
        return List.copyOf(sorted);
    }

    /** A day of which nobody asks anything. */
    public DayFacts(
            AthleteId athlete,
            LocalDate date,
            List<Profile> profiles,
            List<Session> sessions,
            List<Reading> readings,
            List<CheckIn> checkIns,
            boolean heardOfLater) {
        this(athlete, date, profiles, sessions, readings, checkIns, heardOfLater, Wishes.NONE);
    }

    /** A day of which nothing is known. */
    public static DayFacts none(AthleteId athlete, LocalDate date, boolean heardOfLater) {
        return new DayFacts(athlete, date, List.of(), List.of(), List.of(), List.of(), heardOfLater);
    }
}
