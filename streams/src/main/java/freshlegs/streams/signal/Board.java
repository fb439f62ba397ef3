package freshlegs.streams.signal;

import static freshlegs.model.Rounding.to;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The day's domains as they are published one after the other, and their charts as later days must remember them. */
final class Board {
    private final Past past;
    private final SignalDay today;
    private final Map<Name, Chart> charts = new EnumMap<>(Name.class);
    private final List<Domain> domains = new ArrayList<>(Name.values().length);

    Board(Past past, SignalDay today) {
        this.past = past;
        this.today = today;
    }

    Map<Name, Chart> charts() {
        return charts;
    }

    List<Domain> domains() {
        return domains;
    }

    /** Shows today's numbers, or on a day without a value the last ones for as long as they are believed. */
    void publish(Name name, String unit, Standing standing, Chart chart, double limit, boolean votes) {
        charts.put(name, chart);
        Optional<Domain> last = past.published(name);
        boolean held = standing.value().isEmpty() && chart.known() && last.isPresent();
        boolean usual = standing.baselineDays() > 0 && standing.known();
        domains.add(new Domain(
                name,
                chart.known(),
                votes,
                held ? last.get().value() : to(1, standing.value()),
                unit,
                held && !usual ? last.get().baseline() : optional(usual, to(1, standing.baseline())),
                held && !usual ? last.get().spread() : optional(usual, to(2, standing.spread())),
                to(2, standing.z()),
                chart.level(),
                votes ? chart.days() : 0,
                held && !usual ? last.get().baselineDays() : standing.baselineDays(),
                OptionalDouble.of(limit),
                OptionalInt.of(past.values(name, today)),
                standing.compared(),
                Rule.judging(name).signature()));
    }

    /** A heart that beats clearly slower (or varies more) than usual, which together with feeling worse is no good sign. */
    void publishDissociation(Limits limits) {
        Domain lowest = lowest(limits);
        boolean votes = lowest.known() && lowness(lowest, limits) >= 1;
        int days = votes ? past.chart(Name.DISSOCIATION).days() + 1 : 0;
        charts.put(Name.DISSOCIATION, new Chart(lowest.chart(), 0, days, lowest.known()));
        domains.add(new Domain(
                Name.DISSOCIATION,
                lowest.known(),
                votes,
                lowest.value(),
                lowest.unit(),
                lowest.baseline(),
                lowest.spread(),
                lowest.z(),
                lowest.chart(),
                days,
                lowest.baselineDays(),
                OptionalDouble.of(lowestLimit(lowest, limits)),
                lowest.values(),
                lowest.compared(),
                Rule.CHART_DISSOCIATION.signature()));
    }

    /** The domain that is lowest for its kind, resting heart rate when none is low. */
    private Domain lowest(Limits limits) {
        Domain lowest = domains.get(1);
        for (Domain domain : domains) {
            lowest = lowness(domain, limits) > lowness(lowest, limits) ? domain : lowest;
        }
        return lowest;
    }

    /** 1 or more when the domain's chart is as low as it takes; 0 for domains that cannot dissociate. */
    private static double lowness(Domain domain, Limits limits) {
        return switch (domain.name()) {
            case RESTING_HEART_RATE, HRV -> Math.max(0, domain.chart() / -limits.daysLow());
            case EXERCISE_HEART_RATE -> Math.max(0, domain.chart() / -limits.runsLow());
            case SUBJECTIVE, PERFORMANCE, DISSOCIATION -> 0;
        };
    }

    /** How low it takes. */
    private static double lowestLimit(Domain lowest, Limits limits) {
        return -(lowest.name() == Name.EXERCISE_HEART_RATE ? limits.runsLow() : limits.daysLow());
    }

    private static OptionalDouble optional(boolean present, double value) {
        return present ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
