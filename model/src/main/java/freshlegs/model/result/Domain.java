package freshlegs.model.result;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One kind of evidence on one day, worse positive. {@code z} compares {@code value} with the athlete's own {@code baseline} in
 * units of {@code spread}; {@code chart} is the exponentially weighted z that decides whether it {@code votes}; {@code days} is
 * how many days (runs, key sessions) in a row it has voted. {@code known} is false when too little is known to say anything.
 * {@code rule} is the rule that judged, with its version, such as {@code chart.hrv/1}; empty in what older programs told.
 */
public record Domain(
        Name name,
        boolean known,
        boolean votes,
        OptionalDouble value,
        String unit,
        OptionalDouble baseline,
        OptionalDouble spread,
        OptionalDouble z,
        double chart,
        int days,
        int baselineDays,
        String rule) {

    /** The five kinds of evidence and the paradoxical one, when a heart marker falls while the athlete feels worse. */
    public enum Name {
        SUBJECTIVE,
        RESTING_HEART_RATE,
        HRV,
        EXERCISE_HEART_RATE,
        PERFORMANCE,
        DISSOCIATION
    }

    public Domain {
        rule = Objects.requireNonNullElse(rule, "");
    }
}
