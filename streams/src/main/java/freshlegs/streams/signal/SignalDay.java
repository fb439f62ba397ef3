package freshlegs.streams.signal;

import freshlegs.model.result.Domain;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.trend.SteadyRun;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What later days must remember of a day's evidence: the measurements, the steady runs, the last key sessions (carried from day
 * to day, since they are rare) and the charts. {@code keyActivity} is the day's own key session, {@code aside} what else it says.
 */
public record SignalDay(
        LocalDate date,
        Evidence evidence,
        List<SteadyRun> steadyRuns,
        List<KeySession> keySessions,
        Map<Domain.Name, Chart> charts,
        List<Item> worseItems,
        Optional<String> keyActivity,
        Aside aside) {

    public SignalDay {
        steadyRuns = List.copyOf(steadyRuns);
        keySessions = List.copyOf(keySessions);
        Map<Domain.Name, Chart> ordered = new EnumMap<>(Domain.Name.class);
        ordered.putAll(charts);
        charts = Collections.unmodifiableMap(ordered);
        worseItems = List.copyOf(worseItems);
    }

    static SignalDay of(
            LocalDate date, Evidence evidence, List<SteadyRun> steadyRuns, Optional<String> keyActivity, Aside aside) {
        return new SignalDay(date, evidence, steadyRuns, List.of(), Map.of(), List.of(), keyActivity, aside);
    }

    /** The same day after it was compared. */
    SignalDay with(List<KeySession> carried, Map<Domain.Name, Chart> moved, List<Item> worse) {
        return new SignalDay(date, evidence, steadyRuns, carried, moved, worse, keyActivity, aside);
    }

    /** Whether the day has a value of the domain; of {@link Domain.Name#DISSOCIATION} never, since it has none of its own. */
    public boolean has(Domain.Name name) {
        return switch (name) {
            case SUBJECTIVE -> evidence.isLogged();
            case RESTING_HEART_RATE -> evidence.restingHeartRate().isPresent();
            case HRV -> evidence.hrv().isPresent();
            case EXERCISE_HEART_RATE -> !steadyRuns.isEmpty();
            case PERFORMANCE -> keyActivity.isPresent();
            case DISSOCIATION -> false;
        };
    }

    /** For how many days a domain's values are named as what it rests on; key sessions are rare. */
    public static int daysNamed(Domain.Name name) {
        return name == Domain.Name.PERFORMANCE ? 28 : 14;
    }

    public Chart chart(Domain.Name name) {
        return charts.getOrDefault(name, Chart.empty());
    }

    /** Whether the domain had a value that could be judged within the last days. */
    public boolean isFresh(Domain.Name name, Rules rules) {
        return chart(name).isFresh(rules);
    }
}
