package freshlegs.streams.alert;

import freshlegs.model.fact.FactKind;
import freshlegs.model.result.Domain.Name;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Ground;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import freshlegs.streams.trend.SteadyRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The facts of the last days that an alert rests on, by day, kind and name; the latest when there are too many. */
final class Grounds {
    private static final int VOTED_WITHIN_DAYS = 6;
    private static final int HEALTH_DAYS = 3;
    private static final Comparator<Ground> ORDER =
            Comparator.comparing(Ground::date).thenComparing(Ground::kind).thenComparing(Ground::factId);

    private final Set<Ground> found = new TreeSet<>(ORDER);

    private Grounds() {}

    /** What moved the charts of all domains that voted lately or agree today. */
    static List<Ground> fatigue(List<SignalDay> past, Signals signals, Rules rules) {
        List<SignalDay> days = new ArrayList<>(past);
        days.add(signals.day());
        Grounds grounds = new Grounds();
        Set<Name> names = voted(days, signals);
        names.addAll(Keys.of(signals, rules).all());
        for (Name name : names) {
            last(days, SignalDay.daysNamed(name)).forEach(day -> grounds.add(name, day));
        }
        return grounds.latest();
    }

    /** The check-ins that told of symptoms and the resting heart rates that jumped, of that day and the two before. */
    static List<Ground> health(List<SignalDay> past, Signals signals, Set<LocalDate> jumped) {
        List<SignalDay> days = new ArrayList<>(past);
        days.add(signals.day());
        Grounds grounds = new Grounds();
        for (SignalDay day : last(days, HEALTH_DAYS)) {
            day.aside().complaints().forEach(checkIn -> grounds.add(kind(checkIn, day), day, checkIn));
            if (jumped.contains(day.date())) {
                grounds.add(Name.RESTING_HEART_RATE, day);
            }
        }
        return grounds.latest();
    }

    private static Set<Name> voted(List<SignalDay> days, Signals signals) {
        Set<Name> voted = EnumSet.noneOf(Name.class);
        for (SignalDay day : last(days, VOTED_WITHIN_DAYS)) {
            for (Name name : Name.values()) {
                if (day.chart(name).days() > 0) {
                    voted.add(name == Name.DISSOCIATION ? dissociated(signals) : name);
                }
            }
        }
        return voted;
    }

    /** Of which domain the paradoxical one shows the numbers. */
    private static Name dissociated(Signals signals) {
        return switch (signals.domain(Name.DISSOCIATION).unit()) {
            case "bpm" -> Name.RESTING_HEART_RATE;
            case "ms" -> Name.HRV;
            default -> Name.EXERCISE_HEART_RATE;
        };
    }

    private void add(Name name, SignalDay day) {
        if (!day.has(name)) {
            return;
        }
        switch (name) {
            case SUBJECTIVE -> add(FactKind.MORNING_CHECKIN, day, day.date().toString());
            case RESTING_HEART_RATE ->
                add(
                        day.evidence().isPulseByHand() ? FactKind.MORNING_CHECKIN : FactKind.RESTING_HEART_RATE,
                        day,
                        day.date().toString());
            case HRV -> add(FactKind.HRV, day, day.date().toString());
            case EXERCISE_HEART_RATE -> {
                for (SteadyRun run : day.steadyRuns()) {
                    add(FactKind.SESSION, day, run.activity());
                }
            }
            case PERFORMANCE -> day.keyActivity().ifPresent(activity -> add(FactKind.SESSION, day, activity));
            case DISSOCIATION -> {}
        }
    }

    private void add(FactKind kind, SignalDay day, String factId) {
        found.add(new Ground(kind, day.date(), factId));
    }

    /** A run's check-in is named by its day and which run it was, a morning's by its day. */
    private static FactKind kind(String checkIn, SignalDay day) {
        return checkIn.equals(day.date().toString()) ? FactKind.MORNING_CHECKIN : FactKind.RUN_CHECKIN;
    }

    private static List<SignalDay> last(List<SignalDay> days, int count) {
        return days.subList(Math.max(0, days.size() - count), days.size());
    }

    private List<Ground> latest() {
        List<Ground> all = List.copyOf(found);
        return all.subList(Math.max(0, all.size() - Episode.MOST_GROUNDS), all.size());
    }
}
