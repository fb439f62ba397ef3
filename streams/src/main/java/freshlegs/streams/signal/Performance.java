package freshlegs.streams.signal;

import freshlegs.model.result.Domain.Compared;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.KeySession.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * How much slower (percent) a key session was than the last ones that are older than a week, as published at most twelve, six at
 * least and three of its own kind. Each kind has its own mean; the spread is pooled and shrunk towards 2 %: s^2 = (6 * 2^2 + sum of squares) / (6 + n - kinds).
 * z is divided by sqrt(1 + 1/n) for the uncertain mean of its kind.
 */
record Performance(double slowerPercent, double spreadPercent, double uncertainSpreadPercent, double z, int sessions) {

    static Optional<Performance> of(KeySession today, List<KeySession> baseline, Rules rules) {
        List<KeySession> alike =
                baseline.stream().filter(k -> k.kind() == today.kind()).toList();
        if (baseline.size() < rules.count(Threshold.PERFORMANCE_LEAST_SESSIONS)
                || alike.size() < rules.count(Threshold.PERFORMANCE_LEAST_OF_KIND)) {
            return Optional.empty();
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        double squares = 0;
        for (KeySession session : baseline) {
            kinds.add(session.kind());
            double distance = session.slowness() - mean(baseline, session.kind());
            squares += distance * distance;
        }
        double weight = rules.of(Threshold.PERFORMANCE_PRIOR_SESSIONS);
        double prior = rules.of(Threshold.PERFORMANCE_PRIOR_SPREAD);
        double spread = Math.sqrt((weight * prior * prior + squares) / (weight + baseline.size() - kinds.size()));
        double floored = Math.max(rules.of(Threshold.SPREAD_PERFORMANCE), spread);
        double slower = today.slowness() - mean(baseline, today.kind());
        double uncertain = floored * Math.sqrt(1 + 1.0 / alike.size());
        double z = Baseline.clipped(slower / uncertain, rules.of(Threshold.BASELINE_CLIP));
        return Optional.of(new Performance(slower, floored, uncertain, z, baseline.size()));
    }

    Standing standing() {
        return new Standing(
                OptionalDouble.of(slowerPercent),
                OptionalDouble.of(z),
                0,
                spreadPercent,
                sessions,
                true,
                Optional.of(Compared.of(slowerPercent, 0, uncertainSpreadPercent)));
    }

    /** The sessions that one today is compared with. */
    static List<KeySession> baseline(List<KeySession> past, BaselineWindow window, Rules rules) {
        List<KeySession> old = new ArrayList<>(past.size());
        for (KeySession session : past) {
            if (window.isOldEnough(session.date())) {
                old.add(session);
            }
        }
        return old.subList(Math.max(0, old.size() - rules.count(Threshold.PERFORMANCE_MOST_SESSIONS)), old.size());
    }

    private static double mean(List<KeySession> sessions, Kind kind) {
        return sessions.stream()
                .filter(session -> session.kind() == kind)
                .mapToDouble(KeySession::slowness)
                .average()
                .orElseThrow();
    }
}
