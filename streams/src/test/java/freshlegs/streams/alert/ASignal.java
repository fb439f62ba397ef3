package freshlegs.streams.alert;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.signal.Aside;
import freshlegs.streams.signal.Chart;
import freshlegs.streams.signal.Evidence;
import freshlegs.streams.signal.Item;
import freshlegs.streams.signal.Limits;
import freshlegs.streams.signal.RestingJump;
import freshlegs.streams.signal.SignalDay;
import freshlegs.streams.signal.Signals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One day's charts as a test states them; what is not stated is as usual. */
final class ASignal {
    private static final Limits LIMITS = Limits.usual(Rules.published());

    private final Map<Name, Double> charts = new EnumMap<>(Name.class);
    private boolean slow;
    private boolean logged = true;
    private OptionalDouble session = OptionalDouble.empty();

    static ASignal usual() {
        return new ASignal();
    }

    ASignal chart(Name name, double level) {
        charts.put(name, level);
        return this;
    }

    /** Key sessions vote that performance fell. */
    ASignal slow() {
        slow = true;
        return this;
    }

    /** Nobody checked in, so the feeling is not known either. */
    ASignal untold() {
        logged = false;
        return this;
    }

    /** A key session today, so many deviations slower than usual. */
    ASignal session(double z) {
        session = OptionalDouble.of(z);
        return this;
    }

    /** As usual, and told or untold like this one. */
    ASignal atRest() {
        return logged ? usual() : usual().untold();
    }

    Signals on(LocalDate date) {
        Map<Name, Chart> all = new EnumMap<>(Name.class);
        List<Domain> domains = new ArrayList<>();
        double lowest = 0;
        for (Name name : Name.values()) {
            double level = name == Name.DISSOCIATION ? lowest : charts.getOrDefault(name, 0.0);
            boolean known = logged || name != Name.SUBJECTIVE;
            boolean votes =
                    switch (name) {
                        case PERFORMANCE -> slow;
                        case DISSOCIATION -> level <= LIMITS.of(name);
                        default -> known && level >= LIMITS.of(name);
                    };
            lowest = Votes.MARKERS.contains(name) ? Math.min(lowest, level) : lowest;
            all.put(name, new Chart(level, 0, votes ? 1 : 0, known));
            domains.add(domain(name, known, votes, level));
        }
        Evidence evidence = new Evidence(
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                logged ? Map.of(Item.FATIGUE, 3, Item.MOOD, 3, Item.SORENESS, 3) : Map.of(),
                false);
        return new Signals(
                new SignalDay(date, evidence, List.of(), List.of(), all, List.of(), Optional.empty(), Aside.NONE),
                domains,
                new RestingJump(0, false, false),
                false,
                LIMITS,
                slow ? 1.5 : 0);
    }

    private Domain domain(Name name, boolean known, boolean votes, double level) {
        return new Domain(
                name,
                known,
                votes,
                OptionalDouble.empty(),
                "",
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                name == Name.PERFORMANCE ? session : OptionalDouble.empty(),
                level,
                votes ? 1 : 0,
                42,
                OptionalDouble.of(LIMITS.of(name)),
                OptionalInt.empty(),
                Optional.empty(),
                "");
    }
}
