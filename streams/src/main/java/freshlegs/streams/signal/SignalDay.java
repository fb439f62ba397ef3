package freshlegs.streams.signal;

import freshlegs.model.result.Domain;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.trend.SteadyRun;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What later days must remember of a day's evidence: the measurements, the steady runs, the last key sessions (carried from day
 * to day, since they are rare) and the charts.
 */
public record SignalDay(
        LocalDate date,
        Evidence evidence,
        List<SteadyRun> steadyRuns,
        List<KeySession> keySessions,
        Map<Domain.Name, Chart> charts,
        List<Item> worseItems) {

    public SignalDay {
        steadyRuns = List.copyOf(steadyRuns);
        keySessions = List.copyOf(keySessions);
        Map<Domain.Name, Chart> ordered = new EnumMap<>(Domain.Name.class);
        ordered.putAll(charts);
        charts = Collections.unmodifiableMap(ordered);
        worseItems = List.copyOf(worseItems);
    }

    static SignalDay of(LocalDate date, Evidence evidence, List<SteadyRun> steadyRuns) {
        return new SignalDay(date, evidence, steadyRuns, List.of(), Map.of(), List.of());
    }

    Chart chart(Domain.Name name) {
        return charts.getOrDefault(name, Chart.empty());
    }

    /** Whether the domain had a value that could be judged within the last days. */
    public boolean isFresh(Domain.Name name, Rules rules) {
        return chart(name).isFresh(rules);
    }
}
