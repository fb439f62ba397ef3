package freshlegs.streams.alert;

import freshlegs.model.Rounding;
import freshlegs.model.result.Domain;
import freshlegs.model.result.Domain.Name;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.rule.Threshold;
import freshlegs.streams.signal.Signals;
import java.util.ArrayList;
import java.util.List;

/**
 * All domains taken together: each chart e counts by its weight w, and the sum is divided by the standard deviation that it has in a
 * sound athlete,
 *
 * <pre>worse = sum w_i e_i / sqrt(sum_ij w_i w_j s_i s_j r_ij),</pre>
 *
 * with s the standard deviations of the charts and r their correlations, over the domains that had a value lately; so it means the same
 * however many are known and however much of a day is left on the next. It is a multivariate exponentially weighted chart (Lowry 1992)
 * looking in one direction only. {@code apart} looks in the other direction that overreaching takes: feeling and performance worse, the
 * heart calmer (Le Meur 2013). Both are 0 when nothing is known. Of key sessions the mean of the last two counts.
 */
record CombinedEvidence(double worse, double apart) {

    /** One domain that had a value lately: where its chart stands, by what it counts, and how far it strays by itself. */
    record Part(Name name, double chart, double weight, double stray) {
        boolean isHeart() {
            return Votes.MARKERS.contains(name);
        }

        private double spread() {
            return weight * stray;
        }
    }

    /** The weighed sum of charts, and how far it strays by itself in a sound athlete. */
    record Direction(double sum, double stray) {
        double together() {
            return stray > 0 ? Rounding.to(2, sum / stray) : 0;
        }
    }

    /** What had a value lately. */
    static List<Part> parts(Signals signals, Rules rules) {
        List<Part> parts = new ArrayList<>();
        for (Domain domain : signals.domains()) {
            Name name = domain.name();
            boolean counts = name == Name.PERFORMANCE
                    ? domain.known()
                    : name != Name.DISSOCIATION && signals.day().isFresh(name, rules);
            if (counts) {
                double chart = name == Name.PERFORMANCE ? signals.keySessions() : domain.chart();
                parts.add(new Part(
                        name, chart, weight(name, rules), signals.limits().stray(name)));
            }
        }
        return parts;
    }

    static CombinedEvidence of(List<Part> parts) {
        return new CombinedEvidence(
                towards(parts, 1).together(), towards(parts, -1).together());
    }

    /** With the heart's charts counted as they are (1) or turned round (-1). */
    static Direction towards(List<Part> parts, int heart) {
        double sum = 0;
        double variance = 0;
        for (Part part : parts) {
            int sign = part.isHeart() ? heart : 1;
            sum += sign * part.weight() * part.chart();
            for (Part other : parts) {
                int both = sign * (other.isHeart() ? heart : 1);
                variance += both * part.spread() * other.spread() * correlation(part.name(), other.name());
            }
        }
        return new Direction(sum, variance > 0 ? Math.sqrt(variance) : 0);
    }

    /**
     * How charts of a sound athlete correlate: 0.5 between the two of the night, 0.25 between them and the feeling, less with runs and
     * key sessions, which see other days. From the noise assumed in simulations, grade C.
     */
    static double correlation(Name one, Name other) {
        if (one == other) {
            return 1;
        }
        if (one == Name.PERFORMANCE || other == Name.PERFORMANCE) {
            return 0.1;
        }
        if (one == Name.EXERCISE_HEART_RATE || other == Name.EXERCISE_HEART_RATE) {
            return 0.15;
        }
        return one == Name.SUBJECTIVE || other == Name.SUBJECTIVE ? 0.25 : 0.5;
    }

    static double weight(Name name, Rules rules) {
        return switch (name) {
            case SUBJECTIVE -> rules.of(Threshold.WEIGHT_SUBJECTIVE);
            case RESTING_HEART_RATE -> rules.of(Threshold.WEIGHT_RESTING_HEART_RATE);
            case HRV -> rules.of(Threshold.WEIGHT_HRV);
            case EXERCISE_HEART_RATE -> rules.of(Threshold.WEIGHT_EXERCISE_HEART_RATE);
            case PERFORMANCE -> rules.of(Threshold.WEIGHT_PERFORMANCE);
            case DISSOCIATION -> 0;
        };
    }
}
