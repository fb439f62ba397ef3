package freshlegs.streams.signal;

import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.trend.SteadyRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The days before today, oldest first and without gaps, seen through the window that today is compared with; {@code published} are the domains
 * as yesterday showed them.
 */
record Past(List<SignalDay> days, List<Domain> published, BaselineWindow window, Rules rules) {

    /** Yesterday's chart. */
    Chart chart(Name name) {
        return days.isEmpty() ? Chart.empty() : days.get(days.size() - 1).chart(name);
    }

    Optional<Domain> published(Name name) {
        for (Domain domain : published) {
            if (domain.name() == name) {
                return Optional.of(domain);
            }
        }
        return Optional.empty();
    }

    /** How many days with a value of the domain there are lately, {@code today} included. */
    int values(Name name, SignalDay today) {
        int values = today.has(name) ? 1 : 0;
        for (int i = Math.max(0, days.size() - SignalDay.daysNamed(name) + 1); i < days.size(); i++) {
            values += days.get(i).has(name) ? 1 : 0;
        }
        return values;
    }

    /** The last key sessions, carried from day to day. */
    List<KeySession> keySessions() {
        return days.isEmpty() ? List.of() : days.get(days.size() - 1).keySessions();
    }

    /** The first of the days, counted from 1970; each other one comes a day after the one before. */
    long firstDay() {
        return days.isEmpty() ? 0 : days.get(0).date().toEpochDay();
    }

    /** The steady runs of the baseline's days. */
    List<SteadyRun> steadyRuns() {
        List<SteadyRun> runs = new ArrayList<>();
        long first = firstDay();
        for (int i = 0; i < days.size(); i++) {
            if (window.holds(first + i)) {
                runs.addAll(days.get(i).steadyRuns());
            }
        }
        return runs;
    }

    /** One measurement up to today; only values of the same source as today's (or the last one's) are compared. */
    Series series(
            SignalDay today, Function<SignalDay, Optional<Evidence.Measured>> measured, DoubleUnaryOperator scale) {
        String wanted = source(today, measured);
        Series series = new Series(days.size() + 1);
        long first = firstDay();
        for (int i = 0; i < days.size(); i++) {
            add(series, first + i, measured.apply(days.get(i)), wanted, scale);
        }
        add(series, today.date().toEpochDay(), measured.apply(today), wanted, scale);
        return series;
    }

    private static void add(
            Series series, long day, Optional<Evidence.Measured> value, String wanted, DoubleUnaryOperator scale) {
        if (value.isPresent() && value.get().source().equals(wanted)) {
            series.add(day, scale.applyAsDouble(value.get().value()));
        }
    }

    private String source(SignalDay today, Function<SignalDay, Optional<Evidence.Measured>> measured) {
        Optional<Evidence.Measured> last = measured.apply(today);
        for (int i = days.size() - 1; i >= 0 && last.isEmpty(); i--) {
            last = measured.apply(days.get(i));
        }
        return last.isPresent() ? last.get().source() : "";
    }
}
