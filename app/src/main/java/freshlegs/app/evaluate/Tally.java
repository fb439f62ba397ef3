package freshlegs.app.evaluate;

import freshlegs.app.labelled.Cause;
import freshlegs.app.labelled.LabelledDays;
import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What one method got right and wrong over some athletes: whole numbers only, so that a sum does not depend on any order.
 * {@code judgedDays} are the days after the warm-up, {@code alarmDays} the sound ones on which an alarm stood.
 */
record Tally(
        long athletes,
        long judgedDays,
        long unknownDays,
        long soundDays,
        long alarmDays,
        long falseAmbers,
        long falseReds,
        long ambersInWarmUp,
        Map<Cause, Delays> delays,
        Map<String, Calls> calls) {
    private static final double DAYS_A_YEAR = 365.25;

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, Map.of(), Map.of());

    Tally {
        delays = Collections.unmodifiableMap(new TreeMap<>(delays));
        calls = Collections.unmodifiableMap(new TreeMap<>(calls));
    }

    /** What a method's {@code alarms} and {@code episodes}, where it tells causes apart, say of one athlete. */
    static Tally of(History history, Truth truth, Alarms alarms, List<Episode> episodes) {
        BitSet falseDays = truth.soundDays();
        falseDays.and(alarms.days());
        return new Tally(
                1,
                Math.max(0, history.length() - Truth.WARM_UP_DAYS),
                unknownDays(history),
                truth.soundDays().cardinality(),
                falseDays.cardinality(),
                alarms.ambers().stream().filter(truth::isSound).count(),
                alarms.reds().stream().filter(truth::isSound).count(),
                alarms.ambers().stream().filter(day -> day < Truth.WARM_UP_DAYS).count(),
                delays(history, truth, alarms),
                calls(history, truth, episodes));
    }

    Tally plus(Tally other) {
        return new Tally(
                athletes + other.athletes,
                judgedDays + other.judgedDays,
                unknownDays + other.unknownDays,
                soundDays + other.soundDays,
                alarmDays + other.alarmDays,
                falseAmbers + other.falseAmbers,
                falseReds + other.falseReds,
                ambersInWarmUp + other.ambersInWarmUp,
                united(delays, other.delays, Delays::plus),
                united(calls, other.calls, Calls::plus));
    }

    double soundYears() {
        return soundDays / DAYS_A_YEAR;
    }

    Delays delays(Cause cause) {
        return delays.getOrDefault(cause, Delays.NONE);
    }

    private static long unknownDays(History history) {
        return history.days().stream()
                .skip(Truth.WARM_UP_DAYS)
                .filter(day -> day.status().status() == Status.UNKNOWN)
                .count();
    }

    private static Map<Cause, Delays> delays(History history, Truth truth, Alarms alarms) {
        Map<Cause, Delays> delays = new EnumMap<>(Cause.class);
        for (LabelledDays label : truth.cases(Delays.LATEST_DAYS)) {
            delays.merge(label.cause(), Delays.of(alarms, history.day(label.from())), Delays::plus);
        }
        return delays;
    }

    private static Map<String, Calls> calls(History history, Truth truth, List<Episode> episodes) {
        Map<String, Calls> calls = new TreeMap<>();
        for (LabelledDays label : history.athlete().labels()) {
            if (label.cause() != Cause.NONE) {
                calls.merge(truth.name(label), Calls.of(label, episodes), Calls::plus);
            }
        }
        return calls;
    }

    private static <K extends Comparable<K>, V> Map<K, V> united(
            Map<K, V> one, Map<K, V> other, BinaryOperator<V> plus) {
        Map<K, V> all = new TreeMap<>(one);
        other.forEach((key, more) -> all.merge(key, more, plus));
        return all;
    }
}
